import type { Rng } from "@lib/base/rng.ts";
import type { Dataset } from "@lib/download/dataset.ts";
import { drawHand } from "../hand/hand.ts";
import { randomDigits } from "../hand/random_digits.ts";
import { writeRow } from "../hand/write_row.ts";
import { Sheet } from "../sheet.ts";
import type { FieldPicture } from "./field_picture.ts";

/** Draws a number whose strokes are fine and gone over several times, each time a little beside the last.
 *
 * @param dataset not used: all is drawn in strokes
 */
export function drawSketch(dataset: Dataset, rng: Rng): FieldPicture {
  const height = rng.between(50, 130);
  const text = randomDigits(3 + rng.integer(4), rng);
  const hand = drawHand(dataset, height, rng, {
    isDrawn: true,
    pen: rng.between(0.015, 0.035),
    shake: rng.between(0.012, 0.025),
    passes: 2 + rng.integer(3),
  });
  const ink = writeRow(text, hand, rng);
  const sheet = new Sheet(
    ink.width + height * rng.between(0.8, 2),
    height * rng.between(1.5, 2.4),
    rng.between(235, 255),
  );
  sheet.layAround(ink, sheet.width / 2, sheet.height / 2, rng.between(15, 100));
  return { image: sheet.seen(rng.between(0, 2), rng), text };
}
