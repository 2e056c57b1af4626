import type { Block } from "../../lowering/blocks.ts";
import type { Pool } from "../../lowering/operation.ts";
import { sizeOf } from "./arena.ts";
import type { PlanStep, StepContext } from "./plan_step.ts";
import { batchNormStep } from "./batch_norm_step.ts";
import { convolutionStep } from "./convolution_step.ts";
import { denseStep } from "./dense_step.ts";

/** The step that computes a block. */
export function makeStep(context: StepContext, block: Block): PlanStep {
  switch (block.kind) {
    case "convolution":
      return convolutionStep(context, block);
    case "batchNorm":
      return batchNormStep(context, block);
    case "dense":
      return denseStep(context, block);
    case "maxPool":
    case "averagePool":
      return poolStep(context, block);
    case "relu":
      return reluStep(context);
    case "flatten":
      return flattenStep(context);
  }
}

/** The same values, seen as a flat vector: nothing to compute. */
function flattenStep({ input }: StepContext): PlanStep {
  const output = { ...input, shape: [1, 1, sizeOf(input.shape)] as const };
  return { output, forward: () => {}, backward: () => {} };
}

/** Pooling over 2×2 pixels that follows no convolution. */
function poolStep({ arena, input, isTrained }: StepContext, { kind }: Pool): PlanStep {
  const [h, w, c] = input.shape;
  const output = arena.value([Math.floor(h / 2), Math.floor(w / 2), c], isTrained);
  const [x, y] = [input.address, output.address];
  const isMax = kind === "maxPool";
  const argmax = isMax ? arena.bytes(arena.batch * sizeOf(output.shape)) : 0;
  return {
    output,
    forward({ kernels }, size): void {
      if (isMax) kernels.maxPool2(x, y, argmax, size, h, w, c);
      else kernels.averagePool2(x, y, size, h, w, c);
    },
    backward({ kernels }, size): void {
      if (input.gradient === undefined) return;
      const [dy, dx] = [output.gradient!.address, input.gradient.address];
      if (isMax) kernels.maxPool2Gradient(dy, argmax, dx, size, h, w, c);
      else kernels.averagePool2Gradient(dy, dx, size, h, w, c);
    },
  };
}

/** A ReLU that no other step took along. */
function reluStep({ arena, input, isTrained }: StepContext): PlanStep {
  const output = arena.value(input.shape, isTrained);
  const c = input.shape[2];
  const zeros = arena.floats(c);
  const count = sizeOf(input.shape);
  return {
    output,
    forward({ kernels }, size): void {
      kernels.biasAdd(input.address, zeros, output.address, size * count / c, c, 1);
    },
    backward({ kernels }, size): void {
      if (input.gradient === undefined) return;
      const [dy, dx] = [output.gradient!.address, input.gradient.address];
      kernels.reluGradient(dy, output.address, dx, size * count);
    },
  };
}
