import type { Rng } from "@lib/base/rng.ts";
import type { Dataset } from "@lib/download/dataset.ts";
import { drawHand } from "../hand/hand.ts";
import { randomDigits } from "../hand/random_digits.ts";
import { type Gap, writeRow } from "../hand/write_row.ts";
import type { Rule } from "../photograph.ts";
import { Sheet } from "../sheet.ts";
import type { FieldPicture } from "./field_picture.ts";

/** Draws an amount or a sum: thousands parted by commas, a decimal point, a minus before the number that
 * may touch it, or signs between numbers. Some stand on the lines of a ledger.
 *
 * @param dataset whose digits are written
 */
export function drawAmount(dataset: Dataset, rng: Rng): FieldPicture {
  const written = drawNumber(rng);
  const height = rng.between(36, 90);
  const doesMinusTouch = rng.uniform() < 0.4;
  const gap: Gap = (mark, next, own) => {
    if (mark === "-" && doesMinusTouch) return own.between(-0.25, -0.04);
    return ",.".includes(mark) || (next !== "" && ",.".includes(next))
      ? own.between(0.06, 0.18)
      : own.between(0.14, 0.34);
  };
  const ink = writeRow(written, drawHand(dataset, height, rng), rng, { gap });
  const sheet = new Sheet(
    ink.width + height * rng.between(0.8, 2),
    height * rng.between(1.7, 2.6),
    rng.between(235, 255),
  );
  const { width, height: rows } = sheet;
  if (rng.uniform() < 0.4) {
    const below = height * rng.between(0.6, 0.8);
    const rules = [rows / 2 - below, rows / 2 + below].map((y): Rule => {
      return { from: [0, y], to: [width, y], thickness: rng.between(1, 2) };
    });
    sheet.print(rules, rng.between(110, 190));
  }
  sheet.layAround(ink, width / 2, rows / 2, rng.between(20, 90));
  const signs = written.replaceAll(/[0-9 ]/g, "");
  return {
    image: sheet.seen(rng.between(0, 2), rng),
    text: written.replaceAll(/[^0-9]/g, ""),
    separators: signs,
  };
}

function drawNumber(rng: Rng): string {
  const digits = (count: number): string => randomDigits(count, rng);
  const form = rng.integer(6);
  if (form === 0) return `-${digits(2 + rng.integer(4))}`;
  if (form === 1) return `${digits(2 + rng.integer(3))}.${digits(2)}`;
  if (form === 2) return `${digits(1 + rng.integer(3))},${digits(3)}`;
  if (form === 3) return `${digits(1)},${digits(3)},${digits(3)}.${digits(2)}`;
  if (form === 4) return `${digits(2)}:${digits(2)}`;
  return `${digits(1 + rng.integer(2))}+${digits(1 + rng.integer(2))}=${digits(2)}`;
}
