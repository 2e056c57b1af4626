import type { ConvKernels } from "./conv_kernels.ts";

/** Winograd's kernels for tiles of one size; `ConvKernels` says what each of them takes. */
export interface WinogradKernels {
  readonly transform: ConvKernels["winogradFilter"];
  readonly forward: ConvKernels["winogradForward"];
  readonly poolForward: ConvKernels["winogradPoolForward"];
  readonly backward: ConvKernels["winogradBackward"];
  readonly poolBackward: ConvKernels["winogradPoolBackward"];
}

/** Picks Winograd's kernels by the size of their tiles.
 *
 * @param tile how many output pixels a tile has along each side
 *
 * @example
 * ```ts
 * import { instantiateSimd } from "@lib/backend/simd/module.ts";
 * import { winogradKernels } from "@lib/backend/simd/winograd_kernels.ts";
 * import { strictEqual } from "node:assert";
 * const kernels = instantiateSimd(new WebAssembly.Memory({ initial: 1 }));
 * strictEqual(winogradKernels(kernels, 4).forward, kernels.winograd4Forward);
 * ```
 */
export function winogradKernels(kernels: ConvKernels, tile: 2 | 4): WinogradKernels {
  return tile === 2
    ? {
      transform: kernels.winogradFilter,
      forward: kernels.winogradForward,
      poolForward: kernels.winogradPoolForward,
      backward: kernels.winogradBackward,
      poolBackward: kernels.winogradPoolBackward,
    }
    : {
      transform: kernels.winograd4Filter,
      forward: kernels.winograd4Forward,
      poolForward: kernels.winograd4PoolForward,
      backward: kernels.winograd4Backward,
      poolBackward: kernels.winograd4PoolBackward,
    };
}
