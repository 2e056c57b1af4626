import type { Rng } from "@lib/base/rng.ts";
import type { Dataset } from "@lib/download/dataset.ts";
import { type Difficulty, drawAnyDigit, drawRowSizes, type Layout, pageHeight } from "./layout.ts";
import type { Rule } from "./photograph.ts";
import type { WrittenDigit } from "./write_digits.ts";

/** Draws a filled-in form: one to three rows of printed boxes, a digit in each.
 *
 * @param dataset whose digits are written
 */
export function drawForm(dataset: Dataset, difficulty: Difficulty, rng: Rng): Layout {
  const sizes = drawRowSizes(difficulty, [1, 3], rng);
  const { size, pitch, rows } = sizes;
  const lean = rng.between(-8, 14);
  rng.uniform(); // for the slope of a line, which a form does not have: other pages would follow without it
  const cell = size * 0.86;
  const digits: WrittenDigit[] = [];
  const rules: Rule[] = [];
  const texts: string[] = [];
  let width = 0;
  for (let row = 0; row < rows; row++) {
    const count = 3 + rng.integer(6);
    const y = size * 0.9 + row * pitch;
    let [x, text] = [size * 0.8, ""];
    for (let i = 0; i < count; i++) {
      const { image, label, size: own, reach: [left, right] } = drawAnyDigit(dataset, size, rng);
      text += label;
      const up = size * rng.between(-0.03, 0.03);
      const middle = x + cell / 2 + size * rng.between(-0.05, 0.05) - (left + right) / 2;
      digits.push({ image, x: middle, y: y + up, size: own, angle: lean / 2 });
      rules.push(...box(x, y - size * 0.5, cell, size, Math.max(1.2, size / 40)));
      x += cell;
    }
    width = Math.max(width, x);
    texts.push(text);
  }
  width = Math.round(width + size * 0.8);
  return { width, height: pageHeight(sizes), digits, rules, text: texts.join("\n") };
}

function box(x: number, y: number, width: number, height: number, thickness: number): Rule[] {
  const [left, right, top, bottom] = [x, x + width, y, y + height];
  return [
    { from: [left, top], to: [right, top], thickness },
    { from: [left, bottom], to: [right, bottom], thickness },
    { from: [left, top], to: [left, bottom], thickness },
    { from: [right, top], to: [right, bottom], thickness },
  ];
}
