/** Log loss.
 *
 * @module
 */

import { imageLosses } from "./image_losses.ts";
import { weightedMean } from "./weighted_mean.ts";

/** The log loss, or cross-entropy: the mean of −ln of the probability that was given to the right class.
 * 0 is perfect, ln 10 = 2.30 is a guess among ten digits, and there is no upper end: to be sure and wrong
 * costs most.
 *
 * Probabilities are clipped to the machine's ε and 1 − ε, as scikit-learn's
 * [log_loss](https://scikit-learn.org/stable/modules/generated/sklearn.metrics.log_loss.html) does it:
 * 2⁻²³ for 32-bit floats, else 2⁻⁵².
 *
 * @param truth `[n]`, the right label of each image
 * @param probabilities `[n × classes]`, image by image that of each class, 0 to 1
 * @param weights `[n]`, how much each image counts; all the same where it is missing
 * @returns nats
 * @throws {RangeError} if there is no image, or a label has no probability
 * @throws {TypeError} if the probabilities are not as many for each image
 *
 * @example
 * ```ts
 * import { logLoss } from "@lib/evaluate/scores/log_loss.ts";
 * import { strictEqual } from "node:assert";
 * strictEqual(logLoss([0, 1], [0.5, 0.5, 0.5, 0.5]), Math.LN2); // it says nothing
 * strictEqual(logLoss([0], [0, 1]).toFixed(1), "36.0"); // sure and wrong
 * ```
 */
export function logLoss(
  truth: ArrayLike<number>,
  probabilities: ArrayLike<number>,
  weights?: ArrayLike<number>,
): number {
  return weightedMean(imageLosses(truth, probabilities), weights);
}
