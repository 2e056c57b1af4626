import type { Rng } from "@lib/base/rng.ts";
import type { Dataset } from "@lib/download/dataset.ts";
import { drawLines } from "./draw_lines.ts";
import type { Difficulty, Layout } from "./layout.ts";

/** Draws the amount on a cheque: one line of digits, close to each other. The pattern of the paper is
 * printed by `photograph`.
 *
 * @param dataset whose digits are written
 */
export function drawCheque(dataset: Dataset, difficulty: Difficulty, rng: Rng): Layout {
  return drawLines(dataset, difficulty, rng, { rows: [1, 1], gap: close });
}

/** The space to the next digit, as a part of the size. */
function close(rng: Rng): number {
  return rng.between(-0.02, 0.14);
}
