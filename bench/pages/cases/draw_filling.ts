import type { Rng } from "@lib/base/rng.ts";
import type { Dataset } from "@lib/download/dataset.ts";
import { drawHand } from "../hand/hand.ts";
import { Sheet } from "../sheet.ts";
import type { FieldPicture } from "./field_picture.ts";

/** Digits with long straight strokes or hardly any, which look like print. */
const straight = [0, 1, 1, 4, 6, 7, 9, 9];

/** Draws one digit that nearly fills its picture: in straight, fine strokes, or one of the data set cut out
 * with next to no margin.
 *
 * @param dataset whose digits are written
 */
export function drawFilling(dataset: Dataset, rng: Rng): FieldPicture {
  const isDrawn = rng.uniform() < 0.6;
  const digit = isDrawn && rng.uniform() < 0.85
    ? straight[rng.integer(straight.length)]
    : rng.integer(10);
  const side = 30 * (500 / 30) ** rng.uniform();
  const height = isDrawn ? side * rng.between(0.6, 0.96) : side;
  const hand = drawHand(dataset, height, rng, {
    isDrawn,
    pen: Math.min(14 / height, 0.014 * 4 ** rng.uniform()),
    lean: rng.uniform() < 0.5 ? rng.between(-0.01, 0.01) : rng.between(-0.04, 0.12),
    shake: rng.between(0, 0.01),
  });
  const ink = hand.write(digit, rng);
  const margin = 1 + 2 * rng.between(0, 0.03);
  const [width, rows] = isDrawn
    ? [Math.max(ink.width + 2, side * rng.between(0.7, 1.3)), Math.max(ink.height + 2, side)]
    : [ink.width * margin, ink.height * margin];
  const isDark = rng.uniform() < 0.15;
  const [paper, level] = isDark
    ? [rng.between(0, 20), rng.between(225, 255)]
    : [rng.between(232, 255), rng.between(15, 105)];
  const sheet = new Sheet(Math.ceil(width), Math.ceil(rows), paper);
  const [freeX, freeY] = [sheet.width - ink.width, sheet.height - ink.height];
  sheet.lay(ink, freeX * rng.between(0.3, 0.7), freeY * rng.between(0.3, 0.7), level);
  const texture = isDark ? 0 : rng.between(0, 2);
  return { image: sheet.seen(texture, rng), text: String(digit), single: rng.uniform() < 0.5 };
}
