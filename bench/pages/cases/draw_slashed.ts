import type { Rng } from "@lib/base/rng.ts";
import type { Dataset } from "@lib/download/dataset.ts";
import { drawHand } from "../hand/hand.ts";
import { writeRow } from "../hand/write_row.ts";
import { Sheet } from "../sheet.ts";
import type { FieldPicture } from "./field_picture.ts";

/** Zeros with a slash, sevens with a bar, fours open at the top: indices into their ways. */
const ways = { 0: [2], 4: [0, 1], 7: [2, 3] } as const;

const slashed = [0, 4, 7];

/** Draws a number of one even line, with slashed zeros, crossed sevens and open fours.
 *
 * @param dataset not used: all is drawn in strokes
 */
export function drawSlashed(dataset: Dataset, rng: Rng): FieldPicture {
  const height = rng.between(36, 150);
  const text = Array.from({ length: 3 + rng.integer(4) }, (_, i) => {
    const isSlashed = i === 0 || rng.uniform() < 0.6;
    return isSlashed ? slashed[rng.integer(slashed.length)] : rng.integer(10);
  }).join("");
  const hand = drawHand(dataset, height, rng, {
    isDrawn: true,
    pen: rng.between(0.025, 0.09),
    ways,
  });
  const ink = writeRow(text, hand, rng);
  const sheet = new Sheet(
    ink.width + height * rng.between(0.6, 2),
    height * rng.between(1.5, 2.4),
    rng.between(235, 255),
  );
  sheet.layAround(ink, sheet.width / 2, sheet.height / 2, rng.between(10, 90));
  return { image: sheet.seen(rng.between(0, 2), rng), text };
}
