import type { Rng } from "@lib/base/rng.ts";
import type { Dataset } from "@lib/download/dataset.ts";
import { drawHand } from "../hand/hand.ts";
import { randomDigits } from "../hand/random_digits.ts";
import { writeRow } from "../hand/write_row.ts";
import { Sheet } from "../sheet.ts";
import type { FieldPicture } from "./field_picture.ts";

/** Draws lines of digits, each in an ink of its own: black, pencil, others between.
 *
 * @param dataset whose digits are written
 */
export function drawInks(dataset: Dataset, rng: Rng): FieldPicture {
  const count = 2 + rng.integer(3);
  const height = rng.between(36, 80);
  const pitch = height * rng.between(1.6, 2.1);
  const lines = Array.from({ length: count }, () => {
    const text = randomDigits(3 + rng.integer(6), rng);
    return { text, ink: writeRow(text, drawHand(dataset, height, rng), rng) };
  });
  const levels = [rng.between(150, 190), rng.between(20, 50), rng.between(60, 140), 90];
  const order = rng.permutation(count);
  const width = Math.max(...lines.map(({ ink }) => ink.width)) + 1.6 * height;
  const sheet = new Sheet(width, (count - 1) * pitch + 2.2 * height, rng.between(236, 255));
  lines.forEach(({ ink }, row) => {
    const left = height * rng.between(0.6, 1);
    sheet.lay(ink, left, 1.1 * height + row * pitch - ink.height / 2, levels[order[row]]);
  });
  return {
    image: sheet.seen(rng.between(0.5, 2.5), rng),
    text: lines.map(({ text }) => text).join("\n"),
  };
}
