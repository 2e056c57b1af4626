import type { Arena } from "../plan/steps/arena.ts";
import type { Pointer } from "../simd/conv_kernels.ts";
import { packedFilterBytes, type SimdKernels } from "../simd/module.ts";
import { winogradKernels } from "../simd/winograd_kernels.ts";
import { winogradSizes } from "../simd/winograd_sizes.ts";
import { winogradTile } from "../lowering/winograd_tile.ts";

/** A convolution whose filter is packed once. */
export interface PackedConvolution {
  pack(kernels: SimdKernels): void;
  run(kernels: SimdKernels, size: number, relu: 0 | 1): void;
}

/** Sizes and addresses of a convolution whose input is padded already. */
export interface ConvolutionAddresses {
  readonly sizes: {
    readonly [
      Name in "h" | "w" | "C" | "O" | "kh" | "kw" | "oh" | "ow"
    ]: number;
  };
  readonly x: Pointer;
  readonly filter: Pointer;
  readonly bias: Pointer;
  readonly y: Pointer;
  readonly isPooled: boolean;
}

/** The convolution as a sum over the filter's taps. */
export function packDirect(arena: Arena, addresses: ConvolutionAddresses): PackedConvolution {
  const { x, filter, bias, y, isPooled } = addresses;
  const { h, w, C, O, kh, kw } = addresses.sizes;
  const packed = arena.bytes(packedFilterBytes(kh, kw, C, O));
  return {
    pack: (kernels) => kernels.packFilter(filter, packed, kh * kw * C, O),
    run(kernels, size, relu): void {
      const sizes = [size, h, w, C, O, kh, kw, relu] as const;
      if (isPooled) kernels.convPoolForward(x, packed, bias, y, 0, ...sizes);
      else kernels.convForward(x, packed, bias, y, ...sizes);
    },
  };
}

/** The 3×3 convolution of Winograd. */
export function packWinograd(arena: Arena, addresses: ConvolutionAddresses): PackedConvolution {
  const { x, filter, bias, y, isPooled } = addresses;
  const { h, w, C, O, oh, ow } = addresses.sizes;
  const tile = winogradTile(oh, ow);
  const { filterBytes, scratchBytes, group } = winogradSizes(tile, oh, ow, C, O);
  const U = arena.bytes(filterBytes);
  const scratch = arena.shared("winograd", scratchBytes);
  const argmax = tile === 4 ? { address: 0 } : argmaxOf(arena, addresses);
  return {
    pack: (kernels) => winogradKernels(kernels, tile).transform(filter, U, 0, C, O),
    run(kernels, size, relu): void {
      const { forward, poolForward } = winogradKernels(kernels, tile);
      const sizes = [scratch.address, size, h, w, C, O, relu, group] as const;
      if (isPooled) poolForward(x, U, bias, y, argmax.address, ...sizes);
      else forward(x, U, bias, y, ...sizes);
    },
  };
}

/** Room for what the pooling kernel of 2 × 2 tiles tells beside the result, though nobody asks here. */
function argmaxOf(arena: Arena, { sizes, isPooled }: ConvolutionAddresses): { address: number } {
  const { oh, ow, O } = sizes;
  return arena.shared("argmax", isPooled ? arena.batch * (oh >> 1) * (ow >> 1) * O : 0);
}
