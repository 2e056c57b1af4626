/** Share of the multiplications of 2 × 2 tiles that 4 × 4 tiles may need at most. Their transforms
 * take longer: with 10 × 10 output pixels, 0.81 of the multiplications, they took 0.87 of the time
 * forward and 0.93 backward (16 → 32 channels); with 8 × 8, 0.56 of them, 0.61 and 0.64 (32 → 32). A
 * higher share would take them where they lose, at 6 × 6 pixels (backward 1.20); a lower one leave
 * 14 × 14 (backward 0.84) to the slower ones. `docs/kernels.md` has the backward pass of more sizes. */
const mostMultiplications = 0.85;

/** How large Winograd's tiles are in a convolution that goes by Winograd, forward and backward: 2 × 2 or
 * 4 × 4 output pixels, whichever is faster. A tile that sticks out of the image is computed whole, so
 * larger ones do not always need less.
 *
 * @param oh height of the output before pooling
 * @param ow its width
 *
 * @example
 * ```ts
 * import { winogradTile } from "@lib/backend/lowering/winograd_tile.ts";
 * import { strictEqual } from "node:assert";
 * strictEqual(winogradTile(8, 8), 4);
 * strictEqual(winogradTile(2, 2), 2);
 * ```
 */
export function winogradTile(oh: number, ow: number): 2 | 4 {
  const multiplications = (tile: number): number =>
    Math.ceil(oh / tile) * Math.ceil(ow / tile) * (tile + 2) ** 2;
  return multiplications(4) <= mostMultiplications * multiplications(2) ? 4 : 2;
}
