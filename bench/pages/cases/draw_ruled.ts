import type { Rng } from "@lib/base/rng.ts";
import type { Dataset } from "@lib/download/dataset.ts";
import { drawHand } from "../hand/hand.ts";
import { randomDigits } from "../hand/random_digits.ts";
import { writeRow } from "../hand/write_row.ts";
import type { Rule } from "../photograph.ts";
import { Sheet } from "../sheet.ts";
import type { FieldPicture } from "./field_picture.ts";

/** How far below the middle of the digits a rule may lie, as a part of their height: through their tops, their
 * waists, their feet, or just under them. */
const places = [
  [-0.55, -0.4],
  [-0.2, 0.25],
  [0.4, 0.52],
  [0.4, 0.52],
  [0.52, 0.65],
] as const;

/** Draws a number on a rule, which runs through its digits or along their feet or bars, tilted a little: finer
 * than the pen, as bold as it, or bolder.
 *
 * @param dataset whose digits are written
 */
export function drawRuled(dataset: Dataset, rng: Rng): FieldPicture {
  const height = rng.between(30, 90);
  const text = randomDigits(2 + rng.integer(4), rng);
  const hand = drawHand(dataset, height, rng);
  const ink = writeRow(text, hand, rng);
  const sheet = new Sheet(
    ink.width + height * rng.between(0.8, 2.4),
    height * rng.between(1.8, 2.6),
    rng.between(225, 252),
  );
  const { width, height: rows } = sheet;
  const [above, below] = places[rng.integer(places.length)];
  const y = rows / 2 + height * rng.between(above, below);
  const rise = width * Math.tan(rng.between(-2, 2) * Math.PI / 180);
  const short = rng.uniform() < 0.3 ? height * rng.between(0.1, 0.3) : -9;
  const thickness = Math.max(1, hand.pen * rng.between(0.3, 1.3));
  const rule: Rule = { from: [short, y - rise / 2], to: [width - short, y + rise / 2], thickness };
  sheet.print([rule], rng.between(20, 150));
  sheet.layAround(ink, width / 2, rows / 2, rng.between(20, 90));
  return { image: sheet.seen(rng.between(0, 2), rng), text };
}
