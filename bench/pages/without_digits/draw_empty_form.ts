import type { Rng } from "@lib/base/rng.ts";
import type { LightImage } from "@lib/image/light_image.ts";
import { gridRules } from "../cases/grid_rules.ts";
import { inPerspective } from "../in_perspective.ts";
import type { Rule } from "../photograph.ts";
import { Sheet } from "../sheet.ts";

/** Draws what is to be filled in yet: a table, rows of boxes, combs; a part of them photographed aslant. */
export function drawEmptyForm(rng: Rng): LightImage {
  const cell = rng.between(18, 70);
  const [columns, rows] = [4 + rng.integer(7), 1 + rng.integer(6)];
  const margin = cell * rng.between(0.3, 1.2);
  const pitch = cell * rng.between(1.1, 1.8);
  const thickness = Math.max(1, cell * rng.between(0.02, 0.1));
  const sheet = new Sheet(
    columns * cell + 2 * margin,
    rows * pitch + 2 * margin,
    rng.between(200, 252),
  );
  const field = { left: margin, columns, cellWidth: cell };
  const form = rng.integer(3);
  const rules = form === 0
    ? gridRules({ ...field, top: margin, cellHeight: pitch, rows }, () => thickness)
    : Array.from({ length: rows }, (_, row): Rule[] => {
      const top = margin + row * pitch;
      const boxes = gridRules({ ...field, top, cellHeight: cell, rows: 1 }, () => thickness);
      return form === 1 ? boxes : boxes.slice(0, columns + 1); // without the level ones, a comb
    }).flat();
  sheet.print(rules, rng.between(20, 140));
  const photo = sheet.seen(rng.between(0, 3), rng);
  return rng.uniform() < 0.3 ? inPerspective(photo, rng.between(0.01, 0.05), rng) : photo;
}
