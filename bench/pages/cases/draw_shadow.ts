import type { Rng } from "@lib/base/rng.ts";
import type { Dataset } from "@lib/download/dataset.ts";
import { drawHand } from "../hand/hand.ts";
import { randomDigits } from "../hand/random_digits.ts";
import { writeRow } from "../hand/write_row.ts";
import { drawDarkness } from "../draw_darkness.ts";
import { Sheet } from "../sheet.ts";
import type { FieldPicture } from "./field_picture.ts";

/** Draws a line of digits, and below it something dark: the shadow of a hand, a hard edge of shadow, a
 * black bar, a strip of the table beside the sheet.
 *
 * @param dataset whose digits are written
 */
export function drawShadow(dataset: Dataset, rng: Rng): FieldPicture {
  const height = rng.between(44, 90);
  const text = randomDigits(4 + rng.integer(5), rng);
  const hand = drawHand(dataset, height, rng, { pen: rng.between(0.035, 0.09) });
  const ink = writeRow(text, hand, rng, { wander: 0.1 });
  const width = ink.width + height * rng.between(2, 3);
  const sheet = new Sheet(width, width * rng.between(0.5, 0.8), rng.between(190, 240));
  const middle = sheet.height * rng.between(0.2, 0.3) + 0.3 * height;
  sheet.layAround(ink, sheet.width / 2, middle, rng.between(30, 130));
  drawDarkness(sheet, middle + 1.1 * height, height, rng);
  return { image: sheet.seen(rng.between(0.5, 3), rng), text };
}
