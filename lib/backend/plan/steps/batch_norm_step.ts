import type { Block } from "../blocks.ts";
import { sizeOf } from "../layout.ts";
import type { Machine, Site, Step } from "../step.ts";

/** Batch normalisation, with ReLU behind it where there is one; moves the running averages as
 * tfjs's layer does. */
export function batchNormStep(
  { layout, input, trained, running }: Site,
  block: Extract<Block, { kind: "batchNorm" }>,
): Step {
  const [height, width, c] = input.shape;
  const pixels = height * width;
  const relu = block.relu ? 1 : 0;
  const gamma = trained(block.gamma);
  const beta = trained(block.beta);
  const output = layout.value(input.shape, true);
  const mean = layout.floats(c);
  const inverseDeviation = layout.floats(c);
  const [scale, shift] = [layout.floats(c), layout.floats(c)];
  const dx = input.gradient ??
    layout.shared("unused gradient", 4 * layout.batch * sizeOf(input.shape));
  const [runningMean, runningVariance] = [
    running(block.runningMean),
    running(block.runningVariance),
  ];

  return { output, forward, infer, backward };

  function forward({ kernels, floats }: Machine, size: number): void {
    const rows = size * pixels;
    const [x, y] = [input.address, output.address];
    kernels.batchNormForward(
      ...[x, gamma.weight, beta.weight, y, mean, inverseDeviation] as const,
      ...[rows, c, block.epsilon, relu] as const,
    );
    for (let i = 0; i < c; i++) {
      const variance = Math.max(floats[inverseDeviation / 4 + i] ** -2 - block.epsilon, 0);
      follow(floats, runningMean / 4 + i, floats[mean / 4 + i]);
      follow(floats, runningVariance / 4 + i, variance);
    }
  }

  function follow(floats: Float32Array, at: number, value: number): void {
    floats[at] -= (floats[at] - value) * (1 - block.momentum);
  }

  /** With the running averages, `γ (x − mean) / deviation + β` is one multiplication and addition. */
  function infer({ kernels, floats }: Machine, size: number): void {
    for (let i = 0; i < c; i++) {
      const deviation = Math.sqrt(floats[runningVariance / 4 + i] + block.epsilon);
      const factor = floats[gamma.weight / 4 + i] / deviation;
      floats[scale / 4 + i] = factor;
      floats[shift / 4 + i] = floats[beta.weight / 4 + i] - factor * floats[runningMean / 4 + i];
    }
    const [x, y] = [input.address, output.address];
    kernels.batchNormInference(x, scale, shift, y, size * pixels, c, relu);
  }

  function backward({ kernels }: Machine, size: number): void {
    const y = block.relu ? output.address : 0;
    kernels.batchNormBackward(
      ...[output.gradient!.address, input.address, y, gamma.weight] as const,
      ...[mean, inverseDeviation, dx.address, gamma.gradient, beta.gradient] as const,
      ...[size * pixels, c] as const,
    );
  }
}
