import type { Rng } from "@lib/base/rng.ts";
import type { Dataset } from "@lib/download/dataset.ts";
import { type Difficulty, drawAnyDigit, drawRowSizes, type Layout, pageHeight } from "./layout.ts";
import type { Rule } from "./photograph.ts";
import type { WrittenDigit } from "./write_digits.ts";

/** How numbers in lines are written. */
export interface LineStyle {
  /** From how many lines to how many there may be. */
  readonly rows: readonly [least: number, most: number];
  /** Draws the space to the next digit, as a part of the size. */
  readonly gap: (rng: Rng) => number;
  /** Whether half of the lines stand on a printed rule; yes unless told. */
  readonly isRuled?: boolean;
  /** Whether there is one digit to a line, not three to eight; no unless told. */
  readonly isSingle?: boolean;
}

/** How steep lines may rise or fall. */
const slopes: Readonly<Record<Difficulty, number>> = { scan: 0.01, photo: 0.04, hard: 0.08 };

/** Draws numbers in a line or in several, slanted and wavy as by hand.
 *
 * @param dataset whose digits are written
 */
export function drawLines(
  dataset: Dataset,
  difficulty: Difficulty,
  rng: Rng,
  { rows: rowRange, gap, isRuled = true, isSingle = false }: LineStyle,
): Layout {
  const sizes = drawRowSizes(difficulty, rowRange, rng);
  const { size, pitch, rows } = sizes;
  const slope = slopes[difficulty];
  const [lean, rise] = [rng.between(-8, 14), rng.between(-slope, slope)];
  const digits: WrittenDigit[] = [];
  const rules: Rule[] = [];
  const texts: string[] = [];
  let width = 0;
  for (let row = 0; row < rows; row++) {
    const count = isSingle ? 1 : 3 + rng.integer(6);
    const y = size * 0.9 + row * pitch;
    let [x, text] = [size * 0.8, ""];
    for (let i = 0; i < count; i++) {
      const { image, label, size: own, reach: [left, right] } = drawAnyDigit(dataset, size, rng);
      text += label;
      const wave = 0.08 * size * Math.sin(i * 0.9 + row) * (slope / 0.08);
      const up = rise * x + wave + size * rng.between(-0.03, 0.03);
      const middle = x - left;
      digits.push({ image, x: middle, y: y + up, size: own, angle: lean / 2 });
      x = middle + right + size * gap(rng);
    }
    if (rng.uniform() < 0.5 && isRuled) {
      const foot = y + size * (0.42 + 0.06 * rng.uniform());
      const thickness = Math.max(1.2, size / 45);
      rules.push({ from: [0, foot], to: [x + size, foot + rise * x], thickness });
    }
    width = Math.max(width, x);
    texts.push(text);
  }
  width = Math.round(width + size * 0.8);
  return { width, height: pageHeight(sizes), digits, rules, text: texts.join("\n") };
}
