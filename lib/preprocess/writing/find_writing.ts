/** What somebody wrote on an image, without what was printed for it.
 *
 * @module
 */
import type { LightImage } from "../../image/light_image.ts";
import { dropSpecks } from "../ink/drop_specks.ts";
import { inkAt, layeredInk } from "../ink/ink_at.ts";
import { levelOutside, measureInk } from "../ink/measure_ink.ts";
import { erasePrint } from "./erase_print.ts";
import { keepNearStrokes } from "./keep_near_strokes.ts";
import { paleInk } from "./pale_ink.ts";
import { printLimits as limits } from "./print_limits.ts";
import { type Writing, writingOf } from "./writing.ts";

/** Finds what is written on an image: light → ink → written ink.
 *
 * Ink is what differs from its paper; of the ink, rules, tables and boxes are erased that were printed for
 * writing in or on, and what is far thicker than strokes. Where print is darker than the writing, the level
 * of the ink is measured anew without it; where some of the writing is paler than the rest, at the paler one.
 *
 * @throws {RangeError} if the pixels do not fit the size
 *
 * @example
 * ```ts
 * import { strictEqual } from "node:assert";
 * import { lightImage } from "@lib/image/light_image.ts";
 * import { findWriting } from "@lib/preprocess/writing/find_writing.ts";
 * const page = lightImage(200, 90, new Uint8Array(200 * 90).fill(230));
 * page.pixels.fill(20, 80 * 200, 82 * 200); // a rule
 * for (let y = 20; y < 50; y++) page.pixels.fill(120, y * 200 + 100, y * 200 + 104); // a paler stroke
 * const { ink, height } = findWriting(page);
 * strictEqual(ink.pixels[30 * 200 + 101], 255);
 * strictEqual(ink.pixels[81 * 200 + 20], 0);
 * strictEqual(height, 30);
 * ```
 */
export function findWriting(image: LightImage): Writing {
  const measured = measureInk(image);
  const strong = layeredInk(measured, measured.level);
  let found = erasePrint(strong.ink);
  const beside = found.hasPrint ? levelOutside(measured, found.mask()) : 0;
  const again = beside > 0 && beside < limits.paler * measured.level
    ? inkAt(measured, beside)
    : paleInk(measured, strong);
  if (again !== undefined) found = erasePrint(again);
  const { left, cells, objects } = found;
  return writingOf(keepNearStrokes(dropSpecks(left)), { cells, objects });
}
