/** Images by falling score.
 *
 * @module
 */

/** Images in the order of a score. */
export interface Ranking {
  /** `[n]`, the images from the highest score down. */
  readonly order: Uint32Array;
  /** Where each run of equal scores ends in `order`, exclusive; the last is `n`. */
  readonly ends: Uint32Array;
}

/** Ranks images by a score once, for all that is asked of the ranking later.
 *
 * @param scores `[n]`, numbers
 * @throws {RangeError} if a score is not a number
 *
 * @example
 * ```ts
 * import { ranking } from "@lib/evaluate/scores/ranking.ts";
 * import { deepStrictEqual } from "node:assert";
 * const { order, ends } = ranking([0.2, 0.9, 0.2]);
 * deepStrictEqual([[...order], [...ends]], [[1, 0, 2], [1, 3]]);
 * ```
 */
export function ranking(scores: ArrayLike<number>): Ranking {
  const values = Float64Array.from(scores);
  const missing = values.findIndex(Number.isNaN);
  if (missing >= 0) {
    throw new RangeError(`Cannot rank image ${missing}: found NaN, wanted a number`);
  }
  const order = Uint32Array.from(values, (_, index) => index);
  order.sort((a, b) => values[b] - values[a] || a - b);
  const ends: number[] = [];
  for (let i = 0; i < order.length; i++) {
    const isLast = i + 1 === order.length;
    if (isLast || values[order[i]] !== values[order[i + 1]]) ends.push(i + 1);
  }
  return { order, ends: Uint32Array.from(ends) };
}
