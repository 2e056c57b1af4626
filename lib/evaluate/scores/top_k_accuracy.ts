/** Whether the right class is among the most probable ones.
 *
 * @module
 */

import { imageHits } from "./image_hits.ts";
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
  return weightedMean(imageHits(truth, probabilities, k, classes), weights);
}
