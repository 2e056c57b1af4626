import { winogradFilterBytes, winogradGroup, winogradScratchBytes } from "../../simd/module.ts";
import type { Arena } from "./arena.ts";
import type { Convolution, ConvolutionAlgorithm } from "./convolution.ts";

/** The 3×3 convolution of Winograd, 2.25 times fewer multiplications (Lavin and Gray, 2015,
 * https://arxiv.org/abs/1509.09308). */
export function winogradConvolution(arena: Arena, convolution: Convolution): ConvolutionAlgorithm {
  const { h, w, C, O, oh, ow, x, y, argmax, dy, filter, bias, relu } = convolution;
  const group = winogradGroup(oh, ow);
  const U = arena.floats(winogradFilterBytes(C, O) / 4);
  const UT = arena.floats(winogradFilterBytes(C, O) / 4);
  const scratch = arena.shared("winograd", winogradScratchBytes(oh, ow, C, O, group));
  return {
    forward(kernels, size): void {
      kernels.winogradFilter(filter.weight, U, UT, C, O);
      const sizes = [scratch.address, size, h, w, C, O, relu, group] as const;
      if (argmax === 0) kernels.winogradForward(x, U, bias, y, ...sizes);
      else kernels.winogradPoolForward(x, U, bias, y, argmax, ...sizes);
    },
    backward(kernels, size, dx): void {
      const sizes = [filter.gradient, dx, scratch.address, size, h, w, C, O, group] as const;
      if (argmax === 0) kernels.winogradBackward(x, dy.address, UT, ...sizes);
      else kernels.winogradPoolBackward(x, dy.address, argmax, UT, ...sizes);
    },
  };
}
