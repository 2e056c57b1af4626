/** Matthews correlation coefficient.
 *
 * @module
 */

/** The Matthews correlation coefficient of many classes
 * ([Gorodkin, 2004](https://doi.org/10.1016/j.compbiolchem.2004.09.006)): the correlation of true and
 * predicted labels. 1 is perfect, 0 is chance; it is high only where all classes are read well, however
 * rare. The same as scikit-learn's
 * [matthews_corrcoef](https://scikit-learn.org/stable/modules/generated/sklearn.metrics.matthews_corrcoef.html).
 *
 * @param confusion `[classes][classes]` counts, row = true, column = predicted
 * @returns −1 to 1; 0 where all images have one label, or are read as one
 *
 * @example
 * ```ts
 * import { matthewsCorrelation } from "@lib/evaluate/scores/matthews_correlation.ts";
 * import { strictEqual } from "node:assert";
 * strictEqual(matthewsCorrelation([[5, 0], [0, 3]]), 1);
 * strictEqual(matthewsCorrelation([[90, 0], [10, 0]]), 0); // 90 % right, but it tells nothing
 * ```
 */
export function matthewsCorrelation(confusion: readonly (readonly number[])[]): number {
  let [total, right, both, squaresTrue, squaresPredicted] = [0, 0, 0, 0, 0];
  for (const [label, row] of confusion.entries()) {
    const support = row.reduce((sum, count) => sum + count, 0);
    const predicted = confusion.reduce((sum, other) => sum + other[label], 0);
    total += support;
    right += row[label];
    both += support * predicted;
    squaresTrue += support * support;
    squaresPredicted += predicted * predicted;
  }
  const spread = (total * total - squaresTrue) * (total * total - squaresPredicted);
  return spread === 0 ? 0 : (right * total - both) / Math.sqrt(spread);
}
