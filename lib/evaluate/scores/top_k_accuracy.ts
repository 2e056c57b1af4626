/** Whether the right class is among the most probable ones.
 *
 * @module
 */

import { checkJudged } from "./check_judged.ts";
import { weightedMean } from "./weighted_mean.ts";

/** How {@link topKAccuracy} counts. */
export interface TopKOptions {
  /** How many classes are compared, from the first on; all of them by default. */
  readonly classes?: number;
  /** `[n]`, how much each image counts; all the same where it is missing. */
  readonly weights?: ArrayLike<number>;
}

/** The share of images whose right class is among the `k` most probable. Of equally probable classes the
 * later one comes first, as in scikit-learn's
 * [top_k_accuracy_score](https://scikit-learn.org/stable/modules/generated/sklearn.metrics.top_k_accuracy_score.html)
 * for three classes and more; so with ties `k = 1` may give another share than the labels of
 * `predictBatches`, which takes the earlier one.
 *
 * @param truth `[n]`, the right label of each image
 * @param probabilities `[n × columns]`, image by image that of each class
 * @param k at least 1; from the number of classes on, all are right
 * @returns 0 to 1
 * @throws {RangeError} if there is no image, a label is none of the classes, or `k` is not an integer of
 * at least 1
 * @throws {TypeError} if the probabilities are not as many for each image
 *
 * @example
 * ```ts
 * import { topKAccuracy } from "@lib/evaluate/scores/top_k_accuracy.ts";
 * import { strictEqual } from "node:assert";
 * const probabilities = [0.5, 0.3, 0.2, 0.1, 0.6, 0.3]; // two images, three classes
 * strictEqual(topKAccuracy([0, 2], probabilities, 1), 0.5);
 * strictEqual(topKAccuracy([0, 2], probabilities, 2), 1);
 * ```
 */
export function topKAccuracy(
  truth: ArrayLike<number>,
  probabilities: ArrayLike<number>,
  k: number,
  { classes, weights }: TopKOptions = {},
): number {
  const columns = checkJudged(truth, probabilities);
  const compared = classes ?? columns;
  if (!Number.isInteger(k) || k < 1) {
    throw new RangeError(`Cannot take the top ${k} classes: wanted an integer of at least 1`);
  }
  const isHit = (i: number): number => {
    const [label, start] = [truth[i], i * columns];
    if (label >= compared) {
      throw new RangeError(
        `Cannot rank image ${i}: found label ${label}, wanted one below ${compared}`,
      );
    }
    const own = probabilities[start + label];
    let before = 0;
    for (let other = 0; other < compared; other++) {
      const value = probabilities[start + other];
      if (value > own || (value === own && other > label)) before++;
    }
    return before < k ? 1 : 0;
  };
  return weightedMean(truth.length, isHit, weights);
}
