import type { Arena } from "../plan/steps/arena.ts";
import type { Pointer } from "../simd/conv_kernels.ts";
import {
  packedFilterBytes,
  type SimdKernels,
  winogradFilterBytes,
  winogradGroup,
  winogradScratchBytes,
} from "../simd/module.ts";
import { winograd4Sizes } from "../simd/winograd4_sizes.ts";
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
  const { oh, ow } = addresses.sizes;
  return (winogradTile(oh, ow) === 4 ? packTilesOf4 : packTilesOf2)(arena, addresses);
}

function packTilesOf2(arena: Arena, addresses: ConvolutionAddresses): PackedConvolution {
  const { x, filter, bias, y, isPooled } = addresses;
  const { h, w, C, O, oh, ow } = addresses.sizes;
  const U = arena.bytes(winogradFilterBytes(C, O));
  const group = winogradGroup(oh, ow);
  const scratch = arena.shared("winograd", winogradScratchBytes(oh, ow, C, O, group));
  const argmax = argmaxOf(arena, addresses);
  return {
    pack: (kernels) => kernels.winogradFilter(filter, U, 0, C, O),
    run(kernels, size, relu): void {
      const sizes = [scratch.address, size, h, w, C, O, relu, group] as const;
      if (isPooled) kernels.winogradPoolForward(x, U, bias, y, argmax.address, ...sizes);
      else kernels.winogradForward(x, U, bias, y, ...sizes);
    },
  };
}

function packTilesOf4(arena: Arena, addresses: ConvolutionAddresses): PackedConvolution {
  const { x, filter, bias, y, isPooled } = addresses;
  const { h, w, C, O, oh, ow } = addresses.sizes;
  const { filterBytes, scratchBytes, group } = winograd4Sizes(oh, ow, C, O);
  const U = arena.bytes(filterBytes);
  const scratch = arena.shared("winograd", scratchBytes);
  return {
    pack: (kernels) => kernels.winograd4Filter(filter, U, C, O),
    run(kernels, size, relu): void {
      const sizes = [scratch.address, size, h, w, C, O, relu, group] as const;
      if (isPooled) kernels.winograd4PoolForward(x, U, bias, y, 0, ...sizes);
      else kernels.winograd4Forward(x, U, bias, y, ...sizes);
    },
  };
}

/** Room for what a pooling kernel tells beside the result, though nobody asks for it here. */
function argmaxOf(arena: Arena, { sizes, isPooled }: ConvolutionAddresses): { address: number } {
  const { oh, ow, O } = sizes;
  return arena.shared("argmax", isPooled ? arena.batch * (oh >> 1) * (ow >> 1) * O : 0);
}
