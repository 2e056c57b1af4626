/** How many tiles of 4 × 4 output pixels go through `winograd4Forward` together. Half as many and
 * each product of matrices is short of rows; twice as many and the 36 planes leave the second-level
 * cache of 1 MiB. Measured with 16 → 32 channels, 9 tiles an image: 36 tiles 10.4 µs an image, 54 the
 * same, 72 11. */
const tilesTogether = 40;

/** What `winograd4Forward` and `winograd4PoolForward` need.
 *
 * @param oh height of the output before pooling
 * @param ow its width
 * @param C channels in
 * @param O channels out
 *
 * @example
 * ```ts
 * import { winograd4Sizes } from "@lib/backend/simd/winograd4_sizes.ts";
 * import { strictEqual } from "node:assert";
 * strictEqual(winograd4Sizes(8, 8, 32, 32).filterBytes, 4 * 36 * 32 * 32);
 * ```
 */
export function winograd4Sizes(oh: number, ow: number, C: number, O: number): {
  /** Bytes of the transformed filter. */
  readonly filterBytes: number;
  /** Bytes of scratch. */
  readonly scratchBytes: number;
  /** Images transformed together. */
  readonly group: number;
} {
  const tiles = Math.ceil(oh / 4) * Math.ceil(ow / 4);
  const group = Math.max(1, Math.round(tilesTogether / tiles));
  const betweenPlanes = 2 * 256;
  return {
    filterBytes: 4 * 36 * C * O,
    scratchBytes: 36 * (4 * group * tiles * (C + O) + betweenPlanes),
    group,
  };
}
