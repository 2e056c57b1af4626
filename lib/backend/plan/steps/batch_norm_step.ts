import type { Block } from "../../lowering/blocks.ts";
import { sizeOf } from "./arena.ts";
import type { PlanStep, Runtime, StepContext } from "./plan_step.ts";

/** Batch normalisation, with ReLU behind it where there is one; moves the running averages as
 * tfjs's layer does.
 *
 * The statistics are those of the whole batch, also where others have parts of it: all tell each
 * other what they found in theirs, once in each direction.
 */
export function batchNormStep(
  { arena, input, trained, running }: StepContext,
  block: Extract<Block, { kind: "batchNorm" }>,
): PlanStep {
  const [height, width, c] = input.shape;
  const pixels = height * width;
  const relu = block.relu ? 1 : 0;
  const gamma = trained(block.gamma);
  const beta = trained(block.beta);
  const output = arena.value(input.shape, true);
  /** Of these images alone: mean, sum of squared distances from it, number of pixels. */
  const found = arena.floats(2 * c + 1);
  /** Gradients to gamma and beta, of the whole batch. */
  const sums = arena.floats(2 * c);
  const mean = arena.floats(c);
  const inverseDeviation = arena.floats(c);
  const [scale, shift] = [arena.floats(c), arena.floats(c)];
  const dx = input.gradient ??
    arena.shared("unused gradient", 4 * arena.batch * sizeOf(input.shape));
  const [runningMean, runningVariance] = [
    running(block.runningMean),
    running(block.runningVariance),
  ];
  /** Pixels of the whole batch. */
  let total = 0;

  return { output, forward, infer, backward };

  function forward({ kernels, floats, exchange }: Runtime, size: number): void {
    const rows = size * pixels;
    const [x, y] = [input.address, output.address];
    kernels.batchNormStatistics(x, found, found + 4 * c, rows, c);
    floats[found / 4 + 2 * c] = rows;
    follow(floats, exchange.gather(view(floats, found, 2 * c + 1)));
    kernels.batchNormNormalise(
      ...[x, gamma.weight, beta.weight, y, mean, inverseDeviation] as const,
      ...[rows, c, relu] as const,
    );
  }

  /** Puts the statistics of the parts of a batch together (Chan, Golub and LeVeque, 1983,
   * https://doi.org/10.1080/00031305.1983.10483115), for this step and the running averages. */
  function follow(floats: Float32Array, parts: readonly Float32Array[]): void {
    const filled = parts.filter((part) => part[2 * c] > 0);
    total = filled.reduce((sum, part) => sum + part[2 * c], 0);
    for (let i = 0; i < c; i++) {
      let average = 0;
      for (const part of filled) average += part[i] * (part[2 * c] / total);
      let squares = 0;
      for (const part of filled) squares += part[c + i] + part[2 * c] * (part[i] - average) ** 2;
      const variance = squares / total;
      floats[mean / 4 + i] = average;
      floats[inverseDeviation / 4 + i] = 1 / Math.sqrt(variance + block.epsilon);
      const [averageIndex, varianceIndex] = [runningMean / 4 + i, runningVariance / 4 + i];
      floats[averageIndex] -= (floats[averageIndex] - average) * (1 - block.momentum);
      floats[varianceIndex] -= (floats[varianceIndex] - variance) * (1 - block.momentum);
    }
  }

  /** With the running averages, `γ (x − mean) / deviation + β` is one multiplication and addition. */
  function infer({ kernels, floats }: Runtime, size: number): void {
    for (let i = 0; i < c; i++) {
      const deviation = Math.sqrt(floats[runningVariance / 4 + i] + block.epsilon);
      const factor = floats[gamma.weight / 4 + i] / deviation;
      floats[scale / 4 + i] = factor;
      floats[shift / 4 + i] = floats[beta.weight / 4 + i] - factor * floats[runningMean / 4 + i];
    }
    const [x, y] = [input.address, output.address];
    kernels.batchNormInference(x, scale, shift, y, size * pixels, c, relu);
  }

  function backward({ kernels, floats, exchange }: Runtime, size: number): void {
    const y = block.relu ? output.address : 0;
    const [dy, x, rows] = [output.gradient!.address, input.address, size * pixels];
    const weightGradients = [gamma.gradient, beta.gradient] as const;
    const statistics = [mean, inverseDeviation] as const;
    kernels.batchNormWeightGradients(dy, x, y, ...statistics, ...weightGradients, rows, c);
    const mine = view(floats, sums, 2 * c);
    mine.set(view(floats, gamma.gradient, c));
    mine.set(view(floats, beta.gradient, c), c);
    addUp(mine, exchange.gather(mine));
    kernels.batchNormInputGradient(
      ...[dy, x, y, gamma.weight, ...statistics, dx.address] as const,
      ...[sums, sums + 4 * c, rows, c, total] as const,
    );
  }
}

/** `target` = the sum of the parts; it may be one of them. */
function addUp(target: Float32Array, parts: readonly Float32Array[]): void {
  for (let i = 0; i < target.length; i++) {
    let sum = 0;
    for (const part of parts) sum += part[i];
    target[i] = sum;
  }
}

function view(
  floats: Float32Array<ArrayBuffer>,
  address: number,
  length: number,
): Float32Array<ArrayBuffer> {
  return floats.subarray(address / 4, address / 4 + length);
}
