import type { PlanOptions } from "@lib/backend/plan/allocate.ts";
import { plainKernels } from "./plain_kernels.ts";

/** What plans are tested on: where both fail the plan is wrong, where one fails the kernels are. */
export const kernelVariants: Readonly<Record<string, PlanOptions>> = {
  "plain kernels": { instantiate: plainKernels },
  "SIMD kernels": {},
};
