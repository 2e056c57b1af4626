import type * as tf from "@tensorflow/tfjs";
import type { Pointer } from "../simd/conv_kernels.ts";
import type { SimdHeap } from "../simd/heap.ts";
import { convolutionAlgorithm } from "../lowering/convolution_algorithm.ts";
import { winogradTile } from "../lowering/winograd_tile.ts";
import { winogradSizes } from "../simd/winograd_sizes.ts";

/** A convolution as the SIMD kernels take it: on images that are padded already. */
export interface SimdConvolution {
  /** [n, h, w, C, O, kh, kw]; h and w with the padding. */
  readonly sizes: readonly [number, number, number, number, number, number, number];
  /** Padding, in pixels; null where there is none. */
  readonly padding: { readonly [Side in "top" | "left" | "bottom" | "right"]: number } | null;
  /** Bytes of the padded images; 0 where there is no padding. */
  readonly paddedBytes: number;
  /** How Winograd's kernels take it; null where the direct ones are faster. */
  readonly winograd: {
    /** How many output pixels a tile has along each side. */
    readonly tile: 2 | 4;
    /** Bytes of each transformed filter. */
    readonly filterBytes: number;
    readonly scratchBytes: number;
    readonly group: number;
  } | null;
}

/** Describes a convolution for the SIMD kernels.
 *
 * @param info geometry of the convolution
 * @param tensors its operands
 * @returns undefined where they do not take it: strides, dilations, channels first, types other than
 *   float32, nothing to compute
 */
export function simdConvolution(
  info: tf.backend_util.Conv2DInfo,
  ...tensors: tf.TensorInfo[]
): SimdConvolution | undefined {
  const { batchSize: n, inChannels: C, outChannels: O, filterHeight: kh, filterWidth: kw } = info;
  const { top, left } = info.padInfo;
  const [oh, ow] = [info.outHeight, info.outWidth];
  const [h, w] = [oh + kh - 1, ow + kw - 1];
  // tfjs's own can differ: for padding given as a number, it takes every filter for a square
  const [bottom, right] = [h - info.inHeight - top, w - info.inWidth - left];
  const isPlain = info.dataFormat === "channelsLast" &&
    info.strideHeight === 1 && info.strideWidth === 1 &&
    info.dilationHeight === 1 && info.dilationWidth === 1 &&
    Math.min(top, left, bottom, right) >= 0;
  if (!isPlain || Math.min(n, C, O, kh, kw, oh, ow) < 1) return undefined;
  if (tensors.some(({ dtype }) => dtype !== "float32")) return undefined;
  const isPadded = top + left + bottom + right > 0;
  return {
    sizes: [n, h, w, C, O, kh, kw],
    padding: isPadded ? { top, left, bottom, right } : null,
    paddedBytes: isPadded ? aligned(4 * n * h * w * C) : 0,
    winograd: convolutionAlgorithm(kh, kw, [C, O]) === "winograd" ? winogradOf(oh, ow, C, O) : null,
  };
}

function winogradOf(oh: number, ow: number, C: number, O: number): SimdConvolution["winograd"] {
  const tile = winogradTile(oh, ow);
  const { filterBytes, scratchBytes, group } = winogradSizes(tile, oh, ow, C, O);
  return { tile, filterBytes: aligned(filterBytes), scratchBytes, group };
}

/** Bytes, rounded up, so that what lies behind begins on a cache line; with room to load past the
 * end. */
export function aligned(bytes: number): number {
  return Math.ceil((bytes + 64) / 64) * 64;
}

/** Where the padded images are: `x` itself where there is no padding, else a copy.
 *
 * @param room `paddedBytes` */
export function padded(
  { kernels }: SimdHeap,
  { sizes, padding }: SimdConvolution,
  x: Pointer,
  room: Pointer,
): Pointer {
  if (padding === null) return x;
  const [n, h, w, C] = sizes;
  const { top, left, bottom, right } = padding;
  kernels.padImages(x, room, n, h - top - bottom, w - left - right, C, top, left, bottom, right);
  return room;
}
