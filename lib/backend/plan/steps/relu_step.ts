import { sizeOf } from "../layout.ts";
import type { Site, Step } from "../step.ts";

/** A ReLU that no other step took along. */
export function reluStep({ layout, input, isTrained }: Site): Step {
  const output = layout.value(input.shape, isTrained);
  const c = input.shape[2];
  const zeros = layout.floats(c);
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
