/** How far writing leans.
 *
 * @module
 */
import type { InkImage } from "../../image/ink_image.ts";
import { slantLimits } from "./ink_limits.ts";

/** How far writing leans to the right: the slant without which its upright strokes stand in the
 * fewest columns, found by their sums of ink (Vinciarelli and Luettin, 2001,
 * https://doi.org/10.1016/S0167-8655(01)00042-3).
 *
 * @returns columns to the right for each row upwards, -0.6 to 1
 *
 * @example
 * ```ts
 * import { ok } from "node:assert";
 * import { drawLine } from "@lib/image/draw_line.ts";
 * import { inkImage } from "@lib/image/ink_image.ts";
 * import { measureSlant } from "@lib/preprocess/ink/measure_slant.ts";
 * const page = inkImage(60, 50);
 * drawLine(page, [20, 45], [40, 5], 4); // half a column to the right for each row upwards
 * ok(Math.abs(measureSlant(page) - 0.5) < 0.06);
 * ```
 */
export function measureSlant(ink: InkImage): number {
  const { width, height, pixels } = ink;
  const { columns, before } = inkedColumns(ink);
  const margin = Math.ceil(height);
  let [best, slant] = [-1, 0];
  for (let i = 0; i < slantLimits.count; i++) {
    const candidate = slantLimits.first + slantLimits.step * i;
    const sums = new Float64Array(width + 2 * margin + 2);
    for (let y = 0; y < height; y++) {
      const shift = margin - Math.round(candidate * (height / 2 - y));
      for (let k = before[y]; k < before[y + 1]; k++) {
        sums[columns[k] + shift] += pixels[y * width + columns[k]];
      }
    }
    let score = 0;
    for (const sum of sums) score += sum * sum;
    score *= 1 - slantLimits.verticalBonus * Math.abs(candidate); // upright writing where there is little to tell
    if (score > best) [best, slant] = [score, candidate];
  }
  return slant;
}

/** The columns that have ink, row by row, and how many of them lie above each row: most of a line is
 * paper. */
function inkedColumns(
  { width, height, pixels }: InkImage,
): { readonly columns: Int32Array; readonly before: Int32Array } {
  const columns = new Int32Array(pixels.length);
  const before = new Int32Array(height + 1);
  let count = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) if (pixels[y * width + x] > 0) columns[count++] = x;
    before[y + 1] = count;
  }
  return { columns, before };
}
