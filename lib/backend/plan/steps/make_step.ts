import type { Block } from "../blocks.ts";
import { sizeOf } from "../layout.ts";
import type { Site, Step } from "../step.ts";
import { batchNormStep } from "./batch_norm_step.ts";
import { convolutionStep } from "./convolution_step.ts";
import { denseStep } from "./dense_step.ts";
import { poolStep } from "./pool_step.ts";
import { reluStep } from "./relu_step.ts";

/** The step that computes a block. */
export function makeStep(site: Site, block: Block): Step {
  switch (block.kind) {
    case "convolution":
      return convolutionStep(site, block);
    case "batchNorm":
      return batchNormStep(site, block);
    case "dense":
      return denseStep(site, block);
    case "maxPool":
    case "averagePool":
      return poolStep(site, block);
    case "relu":
      return reluStep(site);
    case "flatten":
      return flattenStep(site);
  }
}

/** The same values, seen as a flat vector: nothing to compute. */
function flattenStep({ input }: Site): Step {
  const output = { ...input, shape: [1, 1, sizeOf(input.shape)] as const };
  return { output, forward: () => {}, backward: () => {} };
}
