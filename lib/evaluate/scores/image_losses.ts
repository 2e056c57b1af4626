/** Log loss, image by image.
 *
 * @module
 */

import { checkJudged } from "./check_judged.ts";

/** What is taken for 0 in single and in double precision: the distance from 1 to the next number. */
const least = { single: 2 ** -23, double: 2 ** -52 };

/** −ln of the probability that was given to the right class, image by image; see {@link logLoss}.
 *
 * @returns `[n]`, nats
 */
export function imageLosses(
  truth: ArrayLike<number>,
  probabilities: ArrayLike<number>,
): Float64Array {
  const classes = checkJudged(truth, probabilities);
  const end = probabilities instanceof Float32Array ? least.single : least.double;
  const losses = new Float64Array(truth.length);
  for (let i = 0; i < losses.length; i++) {
    const given = probabilities[i * classes + truth[i]];
    losses[i] = -Math.log(Math.min(1 - end, Math.max(end, given)));
  }
  return losses;
}
