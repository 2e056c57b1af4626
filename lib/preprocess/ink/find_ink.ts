/** The ink of any photograph or scan.
 *
 * @module
 */
import type { InkImage } from "../../image/ink_image.ts";
import type { LightImage } from "../../image/light_image.ts";
import { dropSpecks } from "./drop_specks.ts";
import { inkAt } from "./ink_at.ts";
import { measureInk } from "./measure_ink.ts";

/** Separates ink from paper.
 *
 * The light of the paper is estimated and removed, so uneven light does no harm; whether the ink is
 * darker or brighter than the paper is found, not assumed; the noise of the paper is cut off, the
 * ink's own level becomes 255, and what lies between (the soft edges of strokes) is kept. Stains that
 * nowhere reach a half of it, and specks, are dropped; ink that does not go on from pixel to pixel is noise.
 *
 * @returns same size; all 0 where nothing is written
 * @throws {RangeError} if the pixels do not fit the size
 *
 * @example
 * ```ts
 * import { deepStrictEqual } from "node:assert";
 * import { lightImage } from "@lib/image/light_image.ts";
 * import { findInk } from "@lib/preprocess/ink/find_ink.ts";
 * const blank = lightImage(40, 30, new Uint8Array(1200).fill(200));
 * deepStrictEqual([...new Set(findInk(blank).pixels)], [0]);
 * ```
 */
export function findInk(image: LightImage): InkImage {
  const measured = measureInk(image);
  return dropSpecks(inkAt(measured, measured.level));
}
