import type { Rng } from "@lib/base/rng.ts";
import type { Dataset } from "@lib/download/dataset.ts";
import { drawHand } from "../hand/hand.ts";
import { randomDigits } from "../hand/random_digits.ts";
import { writeRow } from "../hand/write_row.ts";
import type { Rule } from "../photograph.ts";
import { Sheet } from "../sheet.ts";
import type { FieldPicture } from "./field_picture.ts";

/** Draws a number in pale ink with black print around it or beside it: a frame, a line under it, a line
 * beside it.
 *
 * @param dataset whose digits are written
 */
export function drawFramed(dataset: Dataset, rng: Rng): FieldPicture {
  const height = rng.between(36, 90);
  const text = randomDigits(3 + rng.integer(4), rng);
  const ink = writeRow(text, drawHand(dataset, height, rng), rng);
  const sheet = new Sheet(
    ink.width + height * rng.between(1.4, 2.6),
    height * rng.between(1.8, 2.4),
    rng.between(238, 255),
  );
  const { width, height: rows } = sheet;
  const thickness = rng.between(2, 5);
  const [left, top] = [rng.between(4, 0.3 * height), rng.between(4, 0.25 * height)];
  const [right, bottom] = [width - left, rows - top];
  const foot: Rule = { from: [left, bottom], to: [right, bottom], thickness };
  const stem: Rule = { from: [left, top], to: [left, bottom], thickness };
  const others: Rule[] = [
    { from: [left, top], to: [right, top], thickness },
    { from: [right, top], to: [right, bottom], thickness },
  ];
  const form = rng.uniform();
  const rules = form < 0.65 ? [foot, stem, ...others] : form < 0.85 ? [foot] : [stem];
  sheet.print(rules, rng.between(0, 35));
  sheet.layAround(ink, width / 2, rows / 2, rng.between(90, 200));
  return { image: sheet.seen(rng.between(0, 2), rng), text };
}
