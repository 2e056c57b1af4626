/** Whether two readers differ.
 *
 * @module
 */

/** Two readers on the same images. */
export interface McNemar {
  /** How many images. */
  readonly images: number;
  /** How many the first alone read rightly. */
  readonly firstAlone: number;
  /** How many the second alone read rightly. */
  readonly secondAlone: number;
  /** The probability that two readers who are equally good in the long run differ as much as these or
   * more, 0 to 1. */
  readonly pValue: number;
}

/** McNemar's exact test ([McNemar, 1947](https://doi.org/10.1007/BF02295996), with binomial probabilities,
 * two-sided): only the images on which one reader is right and the other is not tell them apart; if both
 * were equally good, each would have half of these.
 *
 * @param first `[n]`, for each image whether the first reader read it rightly
 * @param second the same of the second reader, image by image
 * @throws {TypeError} if there are not as many of both
 *
 * @example
 * ```ts
 * import { mcnemar } from "@lib/evaluate/mcnemar.ts";
 * import { strictEqual } from "node:assert";
 * const [yes, no] = [true, false];
 * const { pValue } = mcnemar([yes, yes, yes, yes, yes], [yes, no, no, no, no]);
 * strictEqual(pValue, 0.125); // four times heads, or four times tails
 * ```
 */
export function mcnemar(first: readonly boolean[], second: readonly boolean[]): McNemar {
  if (first.length !== second.length) {
    throw new TypeError(
      `Cannot compare two readers: found ${first.length} and ${second.length} images, ` +
        "wanted the same ones for both",
    );
  }
  let [firstAlone, secondAlone] = [0, 0];
  for (const [i, isRight] of first.entries()) {
    if (isRight && !second[i]) firstAlone++;
    if (!isRight && second[i]) secondAlone++;
  }
  const pValue = twoSided(Math.min(firstAlone, secondAlone), firstAlone + secondAlone);
  return { images: first.length, firstAlone, secondAlone, pValue };
}

/** The probability that of `tosses` of a fair coin at most `fewer` show the side that is rarer. Each
 * binomial coefficient is taken relative to the largest one, so none is too large. */
function twoSided(fewer: number, tosses: number): number {
  if (2 * fewer >= tosses - 1) return 1;
  const middle = tosses >> 1;
  let [term, all, tail] = [1, 0, 0];
  for (let k = middle; k >= 0 && term > 0; k--) {
    all += 2 * k === tosses ? term : 2 * term; // both halves, which are alike
    if (k <= fewer) tail += 2 * term;
    term *= k / (tosses - k + 1);
  }
  return Math.min(1, tail / all);
}
