import type { Rng } from "@lib/base/rng.ts";
import type { Dataset } from "@lib/download/dataset.ts";
import { drawHand } from "../hand/hand.ts";
import { type Gap, writeRow } from "../hand/write_row.ts";
import { Sheet } from "../sheet.ts";
import type { FieldPicture } from "./field_picture.ts";

/** Draws a date by hand: day, month and year, parted by slashes, dashes or dots.
 *
 * @param dataset whose digits are written
 */
export function drawDate(dataset: Dataset, rng: Rng): FieldPicture {
  const separator = ["/", "/", "-", "."][rng.integer(4)];
  const two = (number: number): string => String(number).padStart(2, "0");
  const year = 1940 + rng.integer(90);
  const parts = [
    two(1 + rng.integer(31)),
    two(1 + rng.integer(12)),
    rng.uniform() < 0.2 ? two(year % 100) : String(year),
  ];
  const height = rng.between(36, 100);
  const ink = writeRow(parts.join(separator), drawHand(dataset, height, rng), rng, { gap });
  const sheet = new Sheet(
    ink.width + height * rng.between(0.6, 2),
    height * rng.between(1.5, 2.4),
    rng.between(235, 255),
  );
  sheet.layAround(ink, sheet.width / 2, sheet.height / 2, rng.between(20, 90));
  return {
    image: sheet.seen(rng.between(0, 2), rng),
    text: parts.join(""),
    separators: separator.repeat(2),
  };
}

/** A slash leans into its neighbours' room. */
const gap: Gap = (mark, next, rng) => {
  return mark === "/" || next === "/" ? rng.between(0.04, 0.22) : rng.between(0.12, 0.32);
};
