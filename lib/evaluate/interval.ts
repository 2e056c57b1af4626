/** How sure a measured accuracy is.
 *
 * @module
 */

/** Standard normal quantiles of the two-sided levels offered. */
const quantiles: Readonly<Record<Level, number>> = {
  0.9: 1.6448536269514722,
  0.95: 1.959963984540054,
  0.99: 2.5758293035489004,
};

/** The confidence levels offered. */
export type Level = 0.9 | 0.95 | 0.99;

/** The confidence interval of an accuracy measured on a sample of images
 * ([Wilson score interval](https://en.wikipedia.org/wiki/Binomial_proportion_confidence_interval#Wilson_score_interval),
 * 1927, without continuity correction).
 *
 * Unlike the textbook's p ± 1.96 σ it stays within 0 and 1 and is not empty at 0 or 100 %.
 *
 * @param right how many images were read rightly
 * @param total how many images were read
 * @param level how sure: 0.9, 0.95 or 0.99
 * @returns its low and its high end, 0 to 1
 * @throws {RangeError} if the counts are not integers with 0 ≤ right ≤ total and total ≥ 1, or the
 * level is not offered
 *
 * @example
 * ```ts
 * import { accuracyInterval } from "@lib/evaluate/interval.ts";
 * import { strictEqual } from "node:assert";
 * const [low, high] = accuracyInterval(9900, 10_000);
 * strictEqual(`${low.toFixed(4)} to ${high.toFixed(4)}`, "0.9879 to 0.9918");
 * ```
 */
export function accuracyInterval(
  right: number,
  total: number,
  level: Level = 0.95,
): [low: number, high: number] {
  const counted = Number.isInteger(right) && Number.isInteger(total);
  if (!counted || right < 0 || right > total || total < 1) {
    throw new RangeError(
      `Cannot give the interval of ${right} right of ${total}: wanted integers, ` +
        "at least one image and no more right than there are",
    );
  }
  const z = quantiles[level];
  if (z === undefined) {
    throw new RangeError(
      `Cannot give the interval at level ${level}: wanted ${Object.keys(quantiles).join(", ")}`,
    );
  }
  const share = right / total;
  const shrink = 1 + z ** 2 / total;
  const centre = (share + z ** 2 / (2 * total)) / shrink;
  const half = (z / shrink) *
    Math.sqrt(share * (1 - share) / total + z ** 2 / (4 * total ** 2));
  // Exactly 0 and 1 at the ends, where rounding would leave 1e-17 beside them.
  return [right === 0 ? 0 : centre - half, right === total ? 1 : centre + half];
}
