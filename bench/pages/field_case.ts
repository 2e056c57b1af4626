import type { Rng } from "@lib/base/rng.ts";
import type { Dataset } from "@lib/download/dataset.ts";
import { drawAmount } from "./cases/draw_amount.ts";
import { drawBoxes } from "./cases/draw_boxes.ts";
import { drawComb } from "./cases/draw_comb.ts";
import { drawCrossed } from "./cases/draw_crossed.ts";
import { drawDate } from "./cases/draw_date.ts";
import { drawEdges } from "./cases/draw_edges.ts";
import { drawFilling } from "./cases/draw_filling.ts";
import { drawFramed } from "./cases/draw_framed.ts";
import { drawGrid } from "./cases/draw_grid.ts";
import { drawInks } from "./cases/draw_inks.ts";
import { drawOnes } from "./cases/draw_ones.ts";
import { drawRuled } from "./cases/draw_ruled.ts";
import { drawShadow } from "./cases/draw_shadow.ts";
import { drawSketch } from "./cases/draw_sketch.ts";
import { drawSlashed } from "./cases/draw_slashed.ts";
import { drawTable } from "./cases/draw_table.ts";
import { drawTurned } from "./cases/draw_turned.ts";
import type { FieldPicture } from "./cases/field_picture.ts";

const draw = {
  filling: drawFilling,
  framed: drawFramed,
  table: drawTable,
  grid: drawGrid,
  boxes: drawBoxes,
  comb: drawComb,
  edges: drawEdges,
  date: drawDate,
  amount: drawAmount,
  shadow: drawShadow,
  ones: drawOnes,
  turned: drawTurned,
  pale: drawInks,
  slashed: drawSlashed,
  crossed: drawCrossed,
  sketch: drawSketch,
  ruled: drawRuled,
} as const satisfies Readonly<Record<string, (dataset: Dataset, rng: Rng) => FieldPicture>>;

/** A kind of picture as people send them in, beside the pages of `writtenPage`. */
export type FieldKind = keyof typeof draw;

/** All kinds. */
export const fieldKinds = Object.keys(draw) as readonly FieldKind[];

/** Draws a picture of a kind on which readers of handwriting fail in the field.
 *
 * @param dataset whose digits are written, where they are not drawn in strokes
 */
export function fieldCase(kind: FieldKind, dataset: Dataset, rng: Rng): FieldPicture {
  return draw[kind](dataset, rng);
}
