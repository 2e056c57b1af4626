import type { Rng } from "@lib/base/rng.ts";
import type { Dataset } from "@lib/download/dataset.ts";
import { drawHand } from "../hand/hand.ts";
import { randomDigits } from "../hand/random_digits.ts";
import { writeRow } from "../hand/write_row.ts";
import { Sheet } from "../sheet.ts";
import { cellsText } from "./cells_text.ts";
import type { FieldPicture } from "./field_picture.ts";
import { gridRules } from "./grid_rules.ts";

/** Draws a table of small numbers, in half of them with some cells left empty.
 *
 * @param dataset whose digits are written
 */
export function drawTable(dataset: Dataset, rng: Rng): FieldPicture {
  const [count, columns] = [4 + rng.integer(12), 4 + rng.integer(6)];
  const height = rng.between(14, 28);
  const hand = drawHand(dataset, height, rng, { pen: rng.between(0.08, 0.13) });
  const [cellWidth, cellHeight] = [height * rng.between(3.4, 4.2), height * rng.between(1.5, 2)];
  const empty = rng.uniform() < 0.5 ? 0 : rng.between(0.05, 0.25);
  const rows = Array.from({ length: count }, () => {
    const cells = Array.from(
      { length: columns },
      () => rng.uniform() < empty ? "" : randomDigits(1 + rng.integer(3), rng),
    );
    return cells.join("") === "" ? [randomDigits(2, rng), ...cells.slice(1)] : cells;
  });
  const [left, top] = [rng.between(6, 30), rng.between(6, 30)];
  const grid = { left, top, cellWidth, cellHeight, columns, rows: count };
  const sheet = new Sheet(
    columns * cellWidth + 2 * left,
    count * cellHeight + 2 * top,
    rng.between(235, 255),
  );
  const thickness = rng.between(1, 2.5);
  sheet.print(gridRules(grid, () => thickness), rng.between(0, 60));
  const level = rng.between(15, 75);
  rows.forEach((cells, row) =>
    cells.forEach((cell, column) => {
      if (cell === "") return;
      const gap = (): number => rng.between(0.06, 0.14);
      const x = left + (column + 0.5 + rng.between(-0.05, 0.05)) * cellWidth;
      const y = top + (row + 0.5 + rng.between(-0.03, 0.03)) * cellHeight;
      sheet.layAround(writeRow(cell, hand, rng, { gap, wander: 0.02 }), x, y, level);
    })
  );
  return { image: sheet.seen(rng.between(0, 2), rng), text: cellsText(rows), rows };
}
