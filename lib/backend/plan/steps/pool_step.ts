import type { Pool } from "../operation.ts";
import { sizeOf } from "../layout.ts";
import type { Site, Step } from "../step.ts";

/** Pooling over 2×2 pixels that follows no convolution. */
export function poolStep({ layout, input, isTrained }: Site, { kind }: Pool): Step {
  const [h, w, c] = input.shape;
  const output = layout.value([Math.floor(h / 2), Math.floor(w / 2), c], isTrained);
  const [x, y] = [input.address, output.address];
  const isMax = kind === "maxPool";
  const argmax = isMax ? layout.bytes(layout.batch * sizeOf(output.shape)) : 0;
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
