import type { Rng } from "@lib/base/rng.ts";
import type { Dataset } from "@lib/download/dataset.ts";
import { turn } from "@lib/image/turn.ts";
import { drawHand } from "../hand/hand.ts";
import { randomDigits } from "../hand/random_digits.ts";
import { writeRow } from "../hand/write_row.ts";
import { Sheet } from "../sheet.ts";
import type { FieldPicture } from "./field_picture.ts";

/** How many lines a page has. */
const count = 3;

/** Draws a page of three lines, turned by 90, 180 or 270 degrees.
 *
 * @param dataset whose digits are written
 */
export function drawTurned(dataset: Dataset, rng: Rng): FieldPicture {
  const height = rng.between(40, 90);
  const pitch = height * rng.between(1.6, 2.2);
  const hand = drawHand(dataset, height, rng);
  const length = 5 + rng.integer(4);
  const texts = Array.from({ length: count }, () => randomDigits(length, rng));
  const inks = texts.map((text) => writeRow(text, hand, rng));
  const width = Math.max(...inks.map((ink) => ink.width)) + 1.8 * height;
  const sheet = new Sheet(width, (count - 1) * pitch + 2.4 * height, rng.between(200, 250));
  const level = rng.between(20, 90);
  inks.forEach((ink, row) => {
    const left = height * rng.between(0.7, 1);
    sheet.lay(ink, left, 1.2 * height + row * pitch - ink.height / 2, level);
  });
  const upright = sheet.seen(rng.between(0.5, 2.5), rng);
  const turned = [90, 180, 270][rng.integer(3)];
  const way = { 90: "right", 180: "half", 270: "left" } as const;
  const image = turn(upright, way[turned as keyof typeof way]);
  return { image, text: texts.join("\n"), turned };
}
