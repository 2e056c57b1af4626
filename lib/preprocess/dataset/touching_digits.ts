import type { Dataset } from "../../download/dataset.ts";
import { boxedInk } from "../../image/boxed_ink.ts";
import { cropToInk } from "../../image/crop_to_ink.ts";
import type { InkImage } from "../../image/ink_image.ts";
import { overlay } from "../../image/overlay.ts";
import { resample } from "../../image/resample.ts";
import { digitAt } from "./digit_at.ts";

/** How many times as large as in the data set the digits are: as high as on a scanned page. */
const scale = 4;

/** Digits of a data set side by side, each moved over the end of the one before it, as in fast writing.
 *
 * @param places index of each digit in the data set, from left to right; at least one
 * @param overlap columns that two neighbours share, whole pixels of the data set; below 0 a gap
 * @returns the ink without paper around it, digits about 80 pixels high, and what it says
 *
 * @example
 * ```ts
 * import { loadMnist } from "@lib/download/load_mnist.ts";
 * import { touchingDigits } from "@lib/preprocess/dataset/touching_digits.ts";
 * import { strictEqual } from "node:assert";
 * const { train } = await loadMnist();
 * const { written, ink } = touchingDigits(train, [0, 1], 2);
 * strictEqual(written, "50");
 * strictEqual(ink.height, 80);
 * ```
 */
export function touchingDigits(
  dataset: Dataset,
  places: readonly number[],
  overlap: number,
): { readonly ink: InkImage; readonly written: string } {
  let x = 0;
  const pieces = places.map((place) => {
    const piece = boxedInk(cropToInk(digitAt(dataset, place)), { x });
    x += piece.box.width - overlap;
    return piece;
  });
  const { ink } = overlay(pieces);
  return {
    ink: resample(ink, scale * ink.width, scale * ink.height),
    written: places.map((place) => dataset.labels[place]).join(""),
  };
}
