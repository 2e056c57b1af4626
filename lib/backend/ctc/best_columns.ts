/** The plainest way to read columns.
 *
 * @module
 */

/** What the columns of a line read as where each is taken for its most probable class: labels on neighbouring
 * columns are one, and blanks are none (best path decoding: Graves et al., 2006,
 * https://doi.org/10.1145/1143844.1143891).
 *
 * @param columns `[columns, classes]`, probabilities or logits; the last class is the blank
 * @returns labels from left to right
 *
 * @example
 * ```ts
 * import { bestColumns } from "@lib/backend/ctc/best_columns.ts";
 * import { deepStrictEqual } from "node:assert";
 * const [seven, blank] = [[0, 1, 0], [0, 0, 1]]; // of two digits, the second
 * const columns = new Float32Array([seven, seven, blank, seven].flat());
 * deepStrictEqual(bestColumns(columns, 3), [1, 1]);
 * ```
 */
export function bestColumns(columns: Float32Array, classes: number): number[] {
  const labels: number[] = [];
  let before = classes - 1;
  for (let first = 0; first < columns.length; first += classes) {
    const own = columns.subarray(first, first + classes);
    let best = 0;
    for (let k = 1; k < classes; k++) if (own[k] > own[best]) best = k;
    if (best !== before && best < classes - 1) labels.push(best);
    before = best;
  }
  return labels;
}
