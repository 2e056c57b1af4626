/** Brier score, image by image.
 *
 * @module
 */

import { checkJudged } from "./check_judged.ts";

/** The squared distance of the probabilities from the truth, image by image; see {@link brierScore}.
 *
 * @returns `[n]`, 0 to 2, of two classes 0 to 1
 */
export function imageSquares(
  truth: ArrayLike<number>,
  probabilities: ArrayLike<number>,
): Float64Array {
  const classes = checkJudged(truth, probabilities);
  const scale = classes < 3 ? 0.5 : 1;
  const squares = new Float64Array(truth.length);
  for (let i = 0; i < squares.length; i++) {
    for (let label = 0; label < classes; label++) {
      const wanted = label === truth[i] ? 1 : 0;
      squares[i] += scale * (wanted - probabilities[i * classes + label]) ** 2;
    }
  }
  return squares;
}
