/** Balanced accuracy.
 *
 * @module
 */

/** The mean recall of the classes that there are images of: accuracy as if all classes were as frequent
 * ([Brodersen et al., 2010](https://doi.org/10.1109/ICPR.2010.764)). The same as scikit-learn's
 * [balanced_accuracy_score](https://scikit-learn.org/stable/modules/generated/sklearn.metrics.balanced_accuracy_score.html):
 * a class without images is left out.
 *
 * @param confusion `[classes][classes]` counts, row = true, column = predicted
 * @param options.adjusted moves the scale so that chance is 0 and 1 stays 1; with images of a single class
 * it is then no finite number
 * @returns 0 to 1; NaN where there is no image
 *
 * @example
 * ```ts
 * import { balancedAccuracy } from "@lib/evaluate/scores/balanced_accuracy.ts";
 * import { strictEqual } from "node:assert";
 * const allZero = [[90, 0], [10, 0]]; // everything is read as a 0, which is right for 90 %
 * strictEqual(balancedAccuracy(allZero), 0.5);
 * strictEqual(balancedAccuracy(allZero, { adjusted: true }), 0);
 * ```
 */
export function balancedAccuracy(
  confusion: readonly (readonly number[])[],
  { adjusted = false }: { readonly adjusted?: boolean } = {},
): number {
  let [recalls, classes] = [0, 0];
  for (const [label, row] of confusion.entries()) {
    const support = row.reduce((total, count) => total + count, 0);
    if (support === 0) continue;
    recalls += row[label] / support;
    classes++;
  }
  const score = recalls / classes;
  return adjusted ? (score - 1 / classes) / (1 - 1 / classes) : score;
}
