import type { Shape } from "../../lowering/operation.ts";
import { packedFilterBytes, type SimdKernels } from "../../simd/module.ts";
import { winogradKernels } from "../../simd/winograd_kernels.ts";
import { winogradSizes } from "../../simd/winograd_sizes.ts";
import { winogradTile } from "../../lowering/winograd_tile.ts";
import { type Arena, type Region, sizeOf } from "./arena.ts";
import type { Trained } from "./plan_step.ts";

/** Sizes and addresses of a convolution whose input is padded already. */
export interface Convolution {
  readonly h: number;
  readonly w: number;
  /** Channels in and out. */
  readonly C: number;
  readonly O: number;
  readonly kh: number;
  readonly kw: number;
  /** Output pixels before pooling. */
  readonly oh: number;
  readonly ow: number;
  readonly x: number;
  readonly y: number;
  /** 0 where nothing is pooled. */
  readonly argmax: number;
  /** Gradient to the output, after pooling. */
  readonly dy: Region;
  readonly filter: Trained;
  /** 0 where there is none. */
  readonly bias: number;
  readonly relu: 0 | 1;
}

/** One algorithm that computes a convolution. */
export interface ConvolutionAlgorithm {
  /** Computes `y`, and `argmax` where it is pooled. */
  forward(kernels: SimdKernels, size: number): void;
  /** Computes the gradient to the filter and to the input, from `dy` that ReLU has cut already
   * where nothing is pooled.
   * @param dx where the gradient to the input goes; 0 where it is not wanted */
  backward(kernels: SimdKernels, size: number, dx: number): void;
}

/** The convolution as a sum over the filter's taps: any size of filter, any number of channels. */
export function directConvolution(arena: Arena, convolution: Convolution): ConvolutionAlgorithm {
  const { h, w, C, O, kh, kw, oh, ow, x, y, argmax, dy, filter, bias, relu } = convolution;
  const packed = arena.shared("packed", packedFilterBytes(kh, kw, C, O));
  const unpooled = argmax === 0 ? dy : arena.shared("unpooled", 4 * arena.batch * oh * ow * O);
  const isGrey = argmax !== 0 && C === 1 && kh === kw && (kh === 3 && O % 4 === 0 || kh === 5);
  return {
    forward(kernels, size): void {
      kernels.packFilter(filter.weight, packed.address, kh * kw * C, O);
      const sizes = [size, h, w, C, O, kh, kw, relu] as const;
      if (argmax === 0) kernels.convForward(x, packed.address, bias, y, ...sizes);
      else kernels.convPoolForward(x, packed.address, bias, y, argmax, ...sizes);
    },
    backward(kernels, size, dx): void {
      if (isGrey && dx === 0) {
        const sizes = [size, h, w, O, kh] as const;
        return kernels.greyPoolFilterGradient(x, dy.address, argmax, filter.gradient, ...sizes);
      }
      if (argmax !== 0) kernels.unpool(dy.address, argmax, unpooled.address, size, oh, ow, O);
      const sizes = [size, h, w, C, O, kh, kw] as const;
      kernels.convFilterGradient(x, unpooled.address, filter.gradient, ...sizes);
      if (dx === 0) return;
      kernels.packFilterTransposed(filter.weight, packed.address, kh * kw, C, O);
      kernels.convInputGradient(unpooled.address, packed.address, dx, ...sizes);
    },
  };
}

/** The 3×3 convolution of Winograd, 2.25 or 4 times fewer multiplications (Lavin and Gray, 2015,
 * https://arxiv.org/abs/1509.09308), forward and backward. */
export function winogradConvolution(arena: Arena, convolution: Convolution): ConvolutionAlgorithm {
  const { h, w, C, O, oh, ow, x, y, argmax, dy, filter, bias, relu } = convolution;
  const tile = winogradTile(oh, ow);
  const { filterBytes, scratchBytes, group } = winogradSizes(tile, oh, ow, C, O);
  const [U, UT] = [arena.bytes(filterBytes), arena.bytes(filterBytes)];
  const scratch = arena.shared("winograd", scratchBytes);
  return {
    forward(kernels, size): void {
      const { transform, forward, poolForward } = winogradKernels(kernels, tile);
      transform(filter.weight, U, UT, C, O);
      const sizes = [scratch.address, size, h, w, C, O, relu, group] as const;
      if (argmax === 0) forward(x, U, bias, y, ...sizes);
      else poolForward(x, U, bias, y, argmax, ...sizes);
    },
    backward(kernels, size, dx): void {
      const { backward, poolBackward } = winogradKernels(kernels, tile);
      const sizes = [filter.gradient, dx, scratch.address, size, h, w, C, O, group] as const;
      if (argmax === 0) backward(x, dy.address, UT, ...sizes);
      else poolBackward(x, dy.address, argmax, UT, ...sizes);
    },
  };
}

/** Room for padded images: the output of the filter is as large as the input, and where the margins
 * differ the larger ones are below and on the right, as in TensorFlow.
 *
 * @param shape of an image without padding
 * @param kh height of the filter
 * @param kw its width
 */
export function padImage(
  arena: Arena,
  [height, width, channels]: Shape,
  kh: number,
  kw: number,
): {
  readonly address: number;
  readonly shape: Shape;
  readonly margins: readonly [top: number, left: number, bottom: number, right: number];
} {
  const [top, left] = [(kh - 1) >> 1, (kw - 1) >> 1];
  const shape = [height + kh - 1, width + kw - 1, channels] as const;
  const margins = [top, left, kh - 1 - top, kw - 1 - left] as const;
  return { address: arena.floats(arena.batch * sizeOf(shape)), shape, margins };
}
