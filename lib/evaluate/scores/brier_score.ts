/** Brier score.
 *
 * @module
 */

import { imageSquares } from "./image_squares.ts";
import { weightedMean } from "./weighted_mean.ts";

/** The Brier score ([Brier, 1950](https://doi.org/10.1175/1520-0493(1950)078<0001:VOFEIT>2.0.CO;2)): the
 * mean squared distance between the probabilities that were given and 1 for the right class, 0 for the
 * others. 0 is perfect, 2 is sure and always wrong; with two classes it is halved, 0 to 1, as
 * scikit-learn's
 * [brier_score_loss](https://scikit-learn.org/stable/modules/generated/sklearn.metrics.brier_score_loss.html)
 * does it.
 *
 * @param truth `[n]`, the right label of each image
 * @param probabilities `[n × classes]`, image by image that of each class, 0 to 1
 * @param weights `[n]`, how much each image counts; all the same where it is missing
 * @throws {RangeError} if there is no image, or a label has no probability
 * @throws {TypeError} if the probabilities are not as many for each image
 *
 * @example
 * ```ts
 * import { brierScore } from "@lib/evaluate/scores/brier_score.ts";
 * import { strictEqual } from "node:assert";
 * strictEqual(brierScore([2], [0, 0, 1]), 0);
 * strictEqual(brierScore([2], [0.5, 0, 0.5]), 0.5);
 * ```
 */
export function brierScore(
  truth: ArrayLike<number>,
  probabilities: ArrayLike<number>,
  weights?: ArrayLike<number>,
): number {
  return weightedMean(imageSquares(truth, probabilities), weights);
}
