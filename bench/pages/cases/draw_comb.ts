import type { Rng } from "@lib/base/rng.ts";
import type { Dataset } from "@lib/download/dataset.ts";
import { drawHand } from "../hand/hand.ts";
import { randomDigits } from "../hand/random_digits.ts";
import type { Rule } from "../photograph.ts";
import { Sheet } from "../sheet.ts";
import type { FieldPicture } from "./field_picture.ts";

/** Draws a comb: dividers between the places for digits, the frame cut off or never there, in some with a
 * line under all of it. A part of them is empty.
 *
 * @param dataset whose digits are written
 */
export function drawComb(dataset: Dataset, rng: Rng): FieldPicture {
  const isEmpty = rng.uniform() < 0.2;
  // A few dividers by themselves would be ones.
  const count = (isEmpty ? 5 : 3) + rng.integer(6);
  const height = rng.between(22, 80);
  const [cell, comb] = [height * rng.between(1.1, 1.6), height * rng.between(1.2, 1.6)];
  const isCut = rng.uniform() < 0.5;
  const side = rng.between(0.1, 1) * height;
  const above = isCut ? -4 : rng.between(0.2, 0.8) * height;
  const sheet = new Sheet(count * cell + 2 * side, comb + 2 * above, rng.between(225, 252));
  const [top, bottom] = [above, above + comb];
  const hasFoot = !isCut && rng.uniform() < 0.4;
  const hasEnds = rng.uniform() < 0.3;
  const thickness = Math.max(1, height * rng.between(0.03, 0.09));
  // Teeth may be shorter than the comb is high, standing on its foot.
  const tip = hasFoot ? bottom - comb * rng.between(0.3, 1) : top;
  const rules: Rule[] = Array.from({ length: count + 1 }, (_, i) => {
    const x = side + i * cell;
    return { from: [x, tip], to: [x, bottom], thickness } satisfies Rule;
  }).filter((_, i) => hasFoot || hasEnds || (i > 0 && i < count));
  if (hasFoot) rules.push({ from: [side, bottom], to: [side + count * cell, bottom], thickness });
  sheet.print(rules, rng.between(20, 110));
  const text = isEmpty ? "" : randomDigits(count, rng);
  const hand = drawHand(dataset, height, rng);
  const level = rng.between(20, 80);
  [...text].forEach((digit, i) => {
    const x = side + (i + 0.5 + rng.between(-0.06, 0.06)) * cell;
    const y = top + comb / 2 + rng.between(-0.05, 0.05) * height;
    sheet.layAround(hand.write(Number(digit), rng), x, y, level);
  });
  return { image: sheet.seen(rng.between(0, 2), rng), text };
}
