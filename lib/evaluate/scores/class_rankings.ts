/** Images by falling probability of each class.
 *
 * @module
 */

import { type Ranking, ranking } from "./ranking.ts";

/** For each class, the images by falling probability of it.
 *
 * @param probabilities `[n × columns]`, image by image that of each class
 * @param size `n`
 * @param classes how many of the columns, from the first on; all of them by default
 * @returns one ranking a class, as {@link oneVsRest} takes them
 * @throws {TypeError} if the probabilities are not as many for each image
 *
 * @example
 * ```ts
 * import { classRankings } from "@lib/evaluate/scores/class_rankings.ts";
 * import { deepStrictEqual } from "node:assert";
 * const [ofZero, ofOne] = classRankings([0.1, 0.9, 0.7, 0.3], 2); // two images
 * deepStrictEqual([[...ofZero.order], [...ofOne.order]], [[1, 0], [0, 1]]);
 * ```
 */
export function classRankings(
  probabilities: ArrayLike<number>,
  size: number,
  classes?: number,
): Ranking[] {
  const columns = probabilities.length / size;
  if (!Number.isInteger(columns)) {
    throw new TypeError(
      `Cannot rank ${size} images: found ${probabilities.length} probabilities, ` +
        "wanted as many for each",
    );
  }
  return Array.from(
    { length: classes ?? columns },
    (_, label) =>
      ranking(Float64Array.from({ length: size }, (_, i) => probabilities[i * columns + label])),
  );
}
