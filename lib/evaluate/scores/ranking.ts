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
  const sorted = values.toSorted().reverse();
  const ends = Uint32Array.from(sorted, (_, i) => i + 1)
    .filter((end) => end === sorted.length || sorted[end - 1] !== sorted[end]);
  // Many times faster than sorting the images by a function of two.
  const next = Uint32Array.from(ends, (_, run) => run === 0 ? 0 : ends[run - 1]);
  const order = new Uint32Array(values.length);
  for (const [image, value] of values.entries()) order[next[runOf(value, sorted, ends)]++] = image;
  return { order, ends };
}

/** In which run of equal scores a score lies. */
function runOf(value: number, sorted: Float64Array, ends: Uint32Array): number {
  let [low, high] = [0, ends.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[ends[middle] - 1] > value) low = middle + 1;
    else high = middle;
  }
  return low;
}
