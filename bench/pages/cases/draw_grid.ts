import type { Rng } from "@lib/base/rng.ts";
import type { Dataset } from "@lib/download/dataset.ts";
import { drawHand } from "../hand/hand.ts";
import { inPerspective } from "../in_perspective.ts";
import { Sheet } from "../sheet.ts";
import { cellsText } from "./cells_text.ts";
import type { FieldPicture } from "./field_picture.ts";
import { gridRules } from "./grid_rules.ts";

/** Draws a photographed puzzle: a grid of thick and thin rules, seen a little aslant, with a digit in each
 * cell or in most, in black and in blue.
 *
 * @param dataset whose digits are written
 */
export function drawGrid(dataset: Dataset, rng: Rng): FieldPicture {
  const side = rng.uniform() < 0.7 ? 9 : 6;
  const cell = rng.between(40, 80);
  const hand = drawHand(dataset, cell * rng.between(0.58, 0.72), rng);
  const empty = rng.uniform() < 0.5 ? 0 : rng.between(0.1, 0.5);
  const rows = Array.from({ length: side }, () => {
    return Array.from({ length: side }, () => {
      return rng.uniform() < empty ? "" : String(1 + rng.integer(9));
    });
  });
  const margin = side * cell * rng.between(0.09, 0.2);
  const sheet = new Sheet(
    side * cell + 2 * margin,
    side * cell + 2 * margin,
    rng.between(185, 235),
  );
  const [thick, thin] = [
    cell * rng.between(0.06, 0.12),
    Math.max(1, cell * rng.between(0.02, 0.04)),
  ];
  const grid = { left: margin, top: margin, columns: side, rows: side };
  const rules = gridRules(
    { ...grid, cellWidth: cell, cellHeight: cell },
    (index) => index % 3 === 0 ? thick : thin,
  );
  sheet.print(rules, rng.between(20, 60));
  const levels = [rng.between(20, 50), rng.between(55, 95)];
  rows.forEach((cells, row) =>
    cells.forEach((digit, column) => {
      if (digit === "") return;
      const place = (index: number): number => {
        return margin + (index + 0.5 + rng.between(-0.08, 0.08)) * cell;
      };
      const ink = hand.write(Number(digit), rng);
      sheet.layAround(ink, place(column), place(row), levels[rng.integer(levels.length)]);
    })
  );
  const [slopeX, slopeY] = [rng.between(0, 0.25), rng.between(0, 0.2)];
  sheet.shade((x, y) => 1 - slopeX * (x / sheet.width) - slopeY * (y / sheet.height));
  const photo = sheet.seen(rng.between(1, 3), rng);
  const image = inPerspective(photo, rng.between(0.02, 0.07), rng);
  return { image, text: cellsText(rows), rows };
}
