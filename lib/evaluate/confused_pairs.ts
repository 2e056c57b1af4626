/** The most frequent confusions.
 *
 * @module
 */

/** One digit read as another. */
export interface ConfusedPair {
  /** The right digit. */
  readonly truth: number;
  /** The digit that was read instead. */
  readonly predicted: number;
  /** How many images. */
  readonly count: number;
}

/** The confusions that happen most often: "4 read as 9" and "9 read as 4" are two.
 *
 * @param confusion `[classes][classes]` counts, row = true, column = predicted
 * @param count how many pairs at most
 * @returns most frequent first, equally frequent ones by true, then predicted label; pairs that are
 * never confused are left out
 * @throws {RangeError} if `count` is not an integer of at least 0
 *
 * @example
 * ```ts
 * import { confusedPairs } from "@lib/evaluate/confused_pairs.ts";
 * import { deepStrictEqual } from "node:assert";
 * const [worst] = confusedPairs([[8, 2], [1, 9]], 1);
 * deepStrictEqual(worst, { truth: 0, predicted: 1, count: 2 });
 * ```
 */
export function confusedPairs(
  confusion: readonly (readonly number[])[],
  count: number,
): ConfusedPair[] {
  if (!Number.isInteger(count) || count < 0) {
    throw new RangeError(
      `Cannot list the confused pairs: found ${count} asked for, wanted an integer of at least 0`,
    );
  }
  return confusion
    .flatMap((row, truth) => row.map((count, predicted) => ({ truth, predicted, count })))
    .filter((pair) => pair.truth !== pair.predicted && pair.count > 0)
    .sort((a, b) => b.count - a.count) // stable: ties stay in reading order
    .slice(0, count);
}
