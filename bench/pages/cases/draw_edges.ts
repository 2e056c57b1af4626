import type { Rng } from "@lib/base/rng.ts";
import type { Dataset } from "@lib/download/dataset.ts";
import { drawHand } from "../hand/hand.ts";
import { randomDigits } from "../hand/random_digits.ts";
import { writeRow } from "../hand/write_row.ts";
import type { Rule } from "../photograph.ts";
import { Sheet } from "../sheet.ts";
import type { FieldPicture } from "./field_picture.ts";

/** The light of ink: black, blue, red, and grey of several strengths. */
const inks = [30, 85, 97, 115, 130, 150] as const;

/** Draws a cell that was cut out of a form with one to four of its lines at the picture's edge, in ink as
 * dark as the lines or paler.
 *
 * @param dataset whose digits are written
 */
export function drawEdges(dataset: Dataset, rng: Rng): FieldPicture {
  const height = rng.between(28, 100);
  const text = randomDigits(1 + rng.integer(3), rng);
  const ink = writeRow(text, drawHand(dataset, height, rng), rng);
  const sheet = new Sheet(
    ink.width + height * rng.between(0.8, 2),
    height * rng.between(1.5, 2.3),
    rng.between(225, 252),
  );
  const { width, height: rows } = sheet;
  const thickness = Math.max(1.5, height * rng.between(0.03, 0.1));
  const inset = (): number => thickness * rng.between(0, 0.8);
  const [left, right, top, bottom] = [inset(), width - 1 - inset(), inset(), rows - 1 - inset()];
  const sides: Rule[] = [
    { from: [left, -9], to: [left, rows + 9], thickness },
    { from: [right, -9], to: [right, rows + 9], thickness },
    { from: [-9, top], to: [width + 9, top], thickness },
    { from: [-9, bottom], to: [width + 9, bottom], thickness },
  ];
  const order = rng.permutation(sides.length);
  const rules = sides.filter((_, i) => order[i] <= rng.integer(sides.length));
  sheet.print(rules.length > 0 ? rules : [sides[order[0]]], rng.between(10, 40));
  sheet.layAround(ink, width / 2, rows / 2, inks[rng.integer(inks.length)]);
  return { image: sheet.seen(rng.between(0, 2), rng), text };
}
