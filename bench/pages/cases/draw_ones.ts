import type { Rng } from "@lib/base/rng.ts";
import type { Dataset } from "@lib/download/dataset.ts";
import { drawHand, type Hand } from "../hand/hand.ts";
import { writeRow } from "../hand/write_row.ts";
import { Sheet } from "../sheet.ts";
import type { FieldPicture } from "./field_picture.ts";
import { gridRules } from "./grid_rules.ts";

const numbers = ["1110", "010", "1", "11", "111", "101", "0110", "2111", "1001", "19117", "711"];

/** Draws a number with plain straight ones, on bare paper or in small boxes.
 *
 * @param dataset whose other digits are written
 */
export function drawOnes(dataset: Dataset, rng: Rng): FieldPicture {
  const text = numbers[rng.integer(numbers.length)];
  const isBoxed = rng.uniform() < 0.5;
  const height = isBoxed ? rng.between(20, 32) : rng.between(24, 100);
  const hand = drawStraightHand(dataset, height, rng);
  const level = rng.between(20, 80);
  const paper = rng.between(225, 255);
  const texture = rng.between(0, 2);
  if (!isBoxed) {
    const ink = writeRow(text, hand, rng);
    const sheet = new Sheet(
      ink.width + height * rng.between(0.6, 2),
      height * rng.between(1.4, 2.4),
      paper,
    );
    sheet.layAround(ink, sheet.width / 2, sheet.height / 2, level);
    return { image: sheet.seen(texture, rng), text };
  }
  const [cellWidth, cellHeight] = [height * rng.between(1.2, 1.6), height * rng.between(1.3, 1.7)];
  const margin = rng.between(4, 14);
  const sheet = new Sheet(text.length * cellWidth + 2 * margin, cellHeight + 2 * margin, paper);
  const thickness = rng.between(1, 4);
  const grid = { left: margin, top: margin, cellWidth, cellHeight, columns: text.length, rows: 1 };
  sheet.print(gridRules(grid, () => thickness), rng.between(20, 90));
  [...text].forEach((digit, i) => {
    const x = margin + (i + 0.5 + rng.between(-0.06, 0.06)) * cellWidth;
    sheet.layAround(hand.write(Number(digit), rng), x, margin + cellHeight / 2, level);
  });
  return { image: sheet.seen(texture, rng), text };
}

/** A hand whose ones are bare strokes. */
function drawStraightHand(dataset: Dataset, height: number, rng: Rng): Hand {
  const [lean, part] = [rng.between(-0.03, 0.12), rng.between(0.06, 0.13)];
  const length = height * rng.between(0.75, 1.05);
  const straight = drawHand(dataset, length, rng, {
    isDrawn: true,
    pen: part,
    lean,
    ways: { 1: [0] },
  });
  const others = drawHand(dataset, height, rng, { pen: part, lean });
  return {
    ...others,
    write: (digit, own) => (digit === 1 ? straight : others).write(digit, own),
  };
}
