import type { Rng } from "@lib/base/rng.ts";
import type { Dataset } from "@lib/download/dataset.ts";
import { drawHand } from "../hand/hand.ts";
import { randomDigits } from "../hand/random_digits.ts";
import { writeRow } from "../hand/write_row.ts";
import type { Rule } from "../photograph.ts";
import { Sheet } from "../sheet.ts";
import type { FieldPicture } from "./field_picture.ts";
import { gridRules } from "./grid_rules.ts";

/** Draws a box that is crossed out and a number after it; in half of them the cross stands without its box.
 *
 * @param dataset whose digits are written
 */
export function drawCrossed(dataset: Dataset, rng: Rng): FieldPicture {
  const height = rng.between(28, 90);
  const text = randomDigits(2 + rng.integer(4), rng);
  const hand = drawHand(dataset, height, rng);
  const ink = writeRow(text, hand, rng);
  const side = height * rng.between(0.6, 1);
  const margin = height * rng.between(0.4, 1);
  const gap = height * rng.between(0.3, 0.8);
  const sheet = new Sheet(
    ink.width + side + gap + 2 * margin,
    height * rng.between(1.7, 2.4),
    rng.between(225, 252),
  );
  const middle = sheet.height / 2;
  const [left, top] = [margin, middle - side / 2];
  if (rng.uniform() < 0.5) {
    const box = { left, top, cellWidth: side, cellHeight: side, columns: 1, rows: 1 };
    const thickness = rng.between(1, 3);
    sheet.print(gridRules(box, () => thickness), rng.between(20, 110));
  }
  const level = rng.between(20, 90);
  const near = (): number => side * rng.between(0.02, 0.2);
  const [right, bottom, thickness] = [left + side, top + side, hand.pen];
  const cross: Rule[] = [
    { from: [left + near(), top + near()], to: [right - near(), bottom - near()], thickness },
    { from: [right - near(), top + near()], to: [left + near(), bottom - near()], thickness },
  ];
  sheet.print(cross, level);
  sheet.lay(ink, left + side + gap, middle - ink.height / 2, level);
  return { image: sheet.seen(rng.between(0, 2), rng), text };
}
