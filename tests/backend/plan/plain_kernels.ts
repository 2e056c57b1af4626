import type { PlanOptions } from "@lib/backend/plan/allocate.ts";
import type { SimdKernels } from "@lib/backend/simd/module.ts";
import { plainConvKernels } from "./plain_conv_kernels.ts";
import { plainLayerKernels } from "./plain_layer_kernels.ts";

/** A stand-in for the SIMD module that does the same in plain loops: shows whether a plan is wrong,
 * or a kernel. */
export function plainKernels(memory: WebAssembly.Memory): SimdKernels {
  return {
    ...plainConvKernels(memory),
    ...plainLayerKernels(memory),
    prepareImages: () => {
      throw new Error("Cannot prepare images in plain loops: no plan does");
    },
  };
}

/** What plans are tested on: where both fail the plan is wrong, where one fails the kernels are. */
export const kernelVariants: Readonly<Record<string, PlanOptions>> = {
  "plain kernels": { instantiate: plainKernels },
  "SIMD kernels": {},
};
