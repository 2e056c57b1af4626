import { sizeOf } from "./arena.ts";
import type { PlanStep, StepContext } from "./plan_step.ts";

/** A ReLU that no other step took along. */
export function reluStep({ arena, input, isTrained }: StepContext): PlanStep {
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
