import { winogradFilterBytes, winogradGroup, winogradScratchBytes } from "./module.ts";

/** How many tiles of 4 × 4 output pixels go through Winograd's kernels together. Half as many and each
 * product of matrices is short of rows; twice as many and the 36 planes leave the second-level cache.
 * Measured with 16 → 32 channels, 9 tiles an image, forward on a core with 1 MiB: 36 tiles 10.4 µs an
 * image, 54 the same, 72 11; backward on one with 512 KiB: 27 tiles 24.8, 36 24.1, 54 22.8, 72 22.5. */
const tilesTogether = 50;

/** What Winograd's kernels need, forward and backward.
 *
 * @param tile how many output pixels a tile has along each side
 * @param oh height of the output before pooling
 * @param ow its width
 * @param C channels in
 * @param O channels out
 *
 * @example
 * ```ts
 * import { winogradSizes } from "@lib/backend/simd/winograd_sizes.ts";
 * import { strictEqual } from "node:assert";
 * strictEqual(winogradSizes(4, 8, 8, 32, 32).filterBytes, 4 * 36 * 32 * 32);
 * ```
 */
export function winogradSizes(tile: 2 | 4, oh: number, ow: number, C: number, O: number): {
  /** Bytes of each of the two transformed filters. */
  readonly filterBytes: number;
  /** Bytes of scratch. */
  readonly scratchBytes: number;
  /** Images transformed together. */
  readonly group: number;
} {
  if (tile === 2) {
    const group = winogradGroup(oh, ow);
    const scratchBytes = winogradScratchBytes(oh, ow, C, O, group);
    return { filterBytes: winogradFilterBytes(C, O), scratchBytes, group };
  }
  const tiles = Math.ceil(oh / 4) * Math.ceil(ow / 4);
  const group = Math.max(1, Math.round(tilesTogether / tiles));
  const betweenPlanes = 2 * 256;
  return {
    filterBytes: 4 * 36 * C * O,
    scratchBytes: 36 * (4 * (group * tiles * (C + O) + C * O) + betweenPlanes),
    group,
  };
}
