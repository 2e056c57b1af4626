import { packedFilterBytes } from "../../simd/module.ts";
import type { Arena } from "./arena.ts";
import type { Convolution, ConvolutionAlgorithm } from "./convolution.ts";

/** The convolution as a sum over the filter's taps: any size of filter, any number of channels. */
export function directConvolution(arena: Arena, convolution: Convolution): ConvolutionAlgorithm {
  const { h, w, C, O, kh, kw, oh, ow, x, y, argmax, dy, filter, bias, relu } = convolution;
  const packed = arena.shared("packed", packedFilterBytes(kh, kw, C, O));
  const unpooled = argmax === 0 ? dy : arena.shared("unpooled", 4 * arena.batch * oh * ow * O);
  return {
    forward(kernels, size): void {
      kernels.packFilter(filter.weight, packed.address, kh * kw * C, O);
      const sizes = [size, h, w, C, O, kh, kw, relu] as const;
      if (argmax === 0) kernels.convForward(x, packed.address, bias, y, ...sizes);
      else kernels.convPoolForward(x, packed.address, bias, y, argmax, ...sizes);
    },
    backward(kernels, size, dx): void {
      if (argmax !== 0) kernels.unpool(dy.address, argmax, unpooled.address, size, oh, ow, O);
      const sizes = [size, h, w, C, O, kh, kw] as const;
      kernels.convFilterGradient(x, unpooled.address, filter.gradient, ...sizes);
      if (dx === 0) return;
      kernels.packFilterTransposed(filter.weight, packed.address, kh * kw, C, O);
      kernels.convInputGradient(unpooled.address, packed.address, dx, ...sizes);
    },
  };
}
