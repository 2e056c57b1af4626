import type { Pool } from "../../lowering/operation.ts";
import { sizeOf } from "./arena.ts";
import type { PlanStep, StepContext } from "./plan_step.ts";

/** Pooling over 2×2 pixels that follows no convolution. */
export function poolStep({ arena, input, isTrained }: StepContext, { kind }: Pool): PlanStep {
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
