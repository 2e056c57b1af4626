/** The paper that ink encloses.
 *
 * @module
 */
import { type InkImage, inkImage } from "../../image/ink_image.ts";
import { inkRuns } from "../../image/ink_runs.ts";
import { unitedRuns } from "../../image/united_runs.ts";

/** Finds the paper that ink encloses, such as the inside of a zero.
 *
 * @param least the faintest level that counts as ink
 * @returns `[height × width]`, 1 inside, 0 elsewhere
 *
 * @example
 * ```ts
 * import { deepStrictEqual } from "node:assert";
 * import { holes } from "@lib/predict/segment/holes.ts";
 * import { inkImage } from "@lib/image/ink_image.ts";
 * const ring = inkImage(3, 3, new Uint8Array([9, 9, 9, 9, 0, 9, 9, 9, 9]));
 * deepStrictEqual([...holes(ring, 1)], [0, 0, 0, 0, 1, 0, 0, 0, 0]);
 * ```
 */
export function holes({ width, height, pixels }: InkImage, least: number): Uint8Array {
  const inside = new Uint8Array(pixels.length);
  for (let i = 0; i < inside.length; i++) inside[i] = pixels[i] < least ? 1 : 0;
  const { starts, ends, before } = inkRuns(inkImage(width, height, inside));
  const firsts = unitedRuns({ starts, ends, before }, width, 0);
  const isOutside = new Uint8Array(firsts.length);
  for (let y = 0; y < height; y++) {
    for (let run = before[y]; run < before[y + 1]; run++) {
      const isAtEdge = y === 0 || y === height - 1 || starts[run] === y * width ||
        ends[run] === (y + 1) * width;
      if (isAtEdge) isOutside[firsts[run]] = 1;
    }
  }
  for (let run = 0; run < firsts.length; run++) {
    if (isOutside[firsts[run]] === 1) inside.fill(0, starts[run], ends[run]);
  }
  return inside;
}
