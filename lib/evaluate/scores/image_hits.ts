/** Whether the right class is among the first, image by image.
 *
 * @module
 */

import { checkJudged } from "./check_judged.ts";

/** 1 where the right class is among the `k` most probable, else 0; see {@link topKAccuracy}.
 *
 * @param classes how many classes are compared, from the first on
 * @returns `[n]`
 */
export function imageHits(
  truth: ArrayLike<number>,
  probabilities: ArrayLike<number>,
  k: number,
  classes?: number,
): Float64Array {
  const columns = checkJudged(truth, probabilities);
  const compared = classes ?? columns;
  if (!Number.isInteger(k) || k < 1) {
    throw new RangeError(`Cannot take the top ${k} classes: wanted an integer of at least 1`);
  }
  const hits = new Float64Array(truth.length);
  for (let i = 0; i < hits.length; i++) {
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
    hits[i] = before < k ? 1 : 0;
  }
  return hits;
}
