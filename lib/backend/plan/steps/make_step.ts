import type { Block } from "../../lowering/blocks.ts";
import { sizeOf } from "./arena.ts";
import type { PlanStep, StepContext } from "./plan_step.ts";
import { batchNormStep } from "./batch_norm_step.ts";
import { convolutionStep } from "./convolution_step.ts";
import { denseStep } from "./dense_step.ts";
import { poolStep } from "./pool_step.ts";
import { reluStep } from "./relu_step.ts";

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
