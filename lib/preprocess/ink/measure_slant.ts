/** How far writing leans.
 *
 * @module
 */
import type { InkImage } from "../../image/ink_image.ts";
import { inkRuns } from "../../image/ink_runs.ts";
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
  const { starts, ends, before } = inkRuns(ink); // most of a line is paper
  const margin = Math.ceil(height);
  const sums = new Int32Array(width + 2 * margin + 2);
  let [best, slant] = [-1, 0];
  for (let i = 0; i < slantLimits.count; i++) {
    const candidate = slantLimits.first + slantLimits.step * i;
    sums.fill(0);
    for (let y = 0; y < height; y++) {
      const shift = margin - Math.round(candidate * (height / 2 - y)) - y * width;
      for (let run = before[y]; run < before[y + 1]; run++) {
        for (let at = starts[run]; at < ends[run]; at++) sums[at + shift] += pixels[at];
      }
    }
    let score = 0;
    for (let column = 0; column < sums.length; column++) score += sums[column] * sums[column];
    score *= 1 - slantLimits.verticalBonus * Math.abs(candidate); // upright writing where there is little to tell
    if (score > best) [best, slant] = [score, candidate];
  }
  return slant;
}
