/** Cohen's kappa.
 *
 * @module
 */

/** How far apart two labels are: all the same far, by their distance, or by its square. */
export type KappaWeights = "none" | "linear" | "quadratic";

/** Cohen's kappa ([Cohen, 1960](https://doi.org/10.1177/001316446002000104)): how far the labels agree
 * beyond what two readers would by chance who give each label as often. 1 is agreement, 0 is chance, below
 * 0 is worse than chance. The same as scikit-learn's
 * [cohen_kappa_score](https://scikit-learn.org/stable/modules/generated/sklearn.metrics.cohen_kappa_score.html).
 *
 * @param confusion `[classes][classes]` counts, row = true, column = predicted
 * @param options.weights how much each disagreement counts; for digits, which have no order, the same
 * @returns −1 to 1; NaN where chance would agree on all, as with a single label, or there is no image
 *
 * @example
 * ```ts
 * import { cohenKappa } from "@lib/evaluate/scores/cohen_kappa.ts";
 * import { strictEqual } from "node:assert";
 * strictEqual(cohenKappa([[20, 5], [10, 15]]).toFixed(2), "0.40"); // 70 % agree, 50 % would by chance
 * ```
 */
export function cohenKappa(
  confusion: readonly (readonly number[])[],
  { weights = "none" }: { readonly weights?: KappaWeights } = {},
): number {
  const rows = confusion.map((row) => row.reduce((total, count) => total + count, 0));
  const columns = confusion.map((_, label) => confusion.reduce((sum, row) => sum + row[label], 0));
  const total = rows.reduce((sum, count) => sum + count, 0);
  let [found, expected] = [0, 0];
  for (const [truth, row] of confusion.entries()) {
    for (const [predicted, count] of row.entries()) {
      const weight = distance(truth - predicted, weights);
      found += weight * count;
      expected += weight * rows[truth] * columns[predicted];
    }
  }
  return expected === 0 ? NaN : 1 - (found * total) / expected;
}

function distance(apart: number, weights: KappaWeights): number {
  if (weights === "none") return apart === 0 ? 0 : 1;
  return weights === "linear" ? Math.abs(apart) : apart * apart;
}
