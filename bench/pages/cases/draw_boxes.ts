import type { Rng } from "@lib/base/rng.ts";
import type { Dataset } from "@lib/download/dataset.ts";
import { drawHand } from "../hand/hand.ts";
import { randomDigits } from "../hand/random_digits.ts";
import { Sheet } from "../sheet.ts";
import type { FieldPicture } from "./field_picture.ts";
import { gridRules } from "./grid_rules.ts";

/** How many boxes a field has. */
const count = 8;

/** Draws a field of a form: boxes in a row, with digits so large and so carelessly placed that they reach
 * and cross the rules.
 *
 * @param dataset whose digits are written
 */
export function drawBoxes(dataset: Dataset, rng: Rng): FieldPicture {
  const cellHeight = rng.between(60, 120);
  const cellWidth = cellHeight * rng.between(0.85, 1);
  const hand = drawHand(dataset, cellHeight * rng.between(0.82, 1.05), rng, {
    pen: rng.between(0.035, 0.07),
  });
  const text = randomDigits(count, rng);
  const [left, top] = [cellHeight * rng.between(0.2, 0.5), cellHeight * rng.between(0.25, 0.5)];
  const sheet = new Sheet(
    count * cellWidth + 2 * left,
    cellHeight + 2 * top,
    rng.between(235, 255),
  );
  const thickness = rng.between(1, 2.5);
  const grid = { left, top, cellWidth, cellHeight, columns: count, rows: 1 };
  sheet.print(gridRules(grid, () => thickness), rng.between(50, 140));
  const level = rng.between(20, 80);
  [...text].forEach((digit, i) => {
    const x = left + (i + 0.5 + rng.between(-0.09, 0.09)) * cellWidth;
    const y = top + (0.5 + rng.between(-0.12, 0.12)) * cellHeight;
    sheet.layAround(hand.write(Number(digit), rng), x, y, level);
  });
  return { image: sheet.seen(rng.between(0, 2), rng), text };
}
