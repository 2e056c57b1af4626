import type { ConvKernels } from "./conv_kernels.ts";
import { plain, relaxed } from "./kernels.ts";
import type { ImageKernels } from "./image_kernels.ts";
import type { LayerKernels } from "./layer_kernels.ts";

/** The kernels of the SIMD module that networks are made of. */
export type SimdKernels = ConvKernels & LayerKernels;

/** Compiled once for all memories: what the engine has made of it by then is shared. */
let module: WebAssembly.Module | undefined;

/** Starts the SIMD kernels on a memory: tfjs's heap, or one of their own. They keep nothing there by
 * themselves: all that they load or store is what their pointers say.
 *
 * @param memory may be used by others at the same time
 * @returns the kernels; with fused multiply-adds where the engine has relaxed SIMD
 * @throws {WebAssembly.CompileError} if the engine has no SIMD at all
 */
export function instantiateSimd(memory: WebAssembly.Memory): SimdKernels & ImageKernels {
  module ??= compiled();
  return new WebAssembly.Instance(module, { env: { memory } }).exports as unknown as
    & SimdKernels
    & ImageKernels;
}

function compiled(): WebAssembly.Module {
  const binary = bytesOf(relaxed);
  if (WebAssembly.validate(binary)) return new WebAssembly.Module(binary);
  return new WebAssembly.Module(bytesOf(plain));
}

/** By hand, which takes some milliseconds, where the engine cannot: in Node before version 25. */
function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  if (Uint8Array.fromBase64 !== undefined) return Uint8Array.fromBase64(base64);
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

/** Bytes of a filter packed by `packFilter` or `packFilterTransposed`: the channels that it lays side
 * by side are filled up to a multiple of four. */
export function packedFilterBytes(kh: number, kw: number, C: number, O: number): number {
  return 4 * kh * kw * fours(C) * fours(O);
}

/** Bytes of a matrix `[K, N]` packed by `packMatrix`. */
export function packedMatrixBytes(K: number, N: number): number {
  return 4 * K * fours(N);
}

function fours(channels: number): number {
  return Math.ceil(channels / 4) * 4;
}

/** Bytes of each of the two transformed filters of `winogradFilter`. */
export function winogradFilterBytes(C: number, O: number): number {
  return 4 * 16 * C * O;
}

/** How many images to transform together for Winograd's convolution: as many as make about 120 tiles
 * of 2 × 2 output pixels. With fewer, the filter is loaded too often; with many more, the tiles leave
 * the cache. */
export function winogradGroup(oh: number, ow: number): number {
  return Math.max(1, Math.round(120 / (Math.ceil(oh / 2) * Math.ceil(ow / 2))));
}

/** Bytes of scratch that Winograd's kernels need.
 *
 * @param oh height of the output before pooling
 * @param ow its width
 * @param group images transformed together
 */
export function winogradScratchBytes(
  oh: number,
  ow: number,
  C: number,
  O: number,
  group: number,
): number {
  const tiles = group * Math.ceil(oh / 2) * Math.ceil(ow / 2);
  const betweenPlanes = 2 * 256;
  return 16 * (4 * (tiles * (C + O) + C * O) + betweenPlanes);
}
