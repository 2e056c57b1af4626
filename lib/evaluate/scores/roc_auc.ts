/** Area under the ROC curve.
 *
 * @module
 */

import type { Ranking } from "./ranking.ts";

/** The area under the receiver operating characteristic: the probability that an image of the class has a
 * higher score than one that is not of it, ties counted as half
 * ([Hanley and McNeil, 1982](https://doi.org/10.1148/radiology.143.1.7063747)). 1 is perfect, 0.5 is chance.
 * The same as scikit-learn's
 * [roc_auc_score](https://scikit-learn.org/stable/modules/generated/sklearn.metrics.roc_auc_score.html) of
 * two classes.
 *
 * @param isPositive `[n]`, 1 for an image of the class, else 0
 * @param ranking of the images, by the score
 * @param weights `[n]`, how much each image counts; all the same where it is missing
 * @returns NaN where all images that count are of the class, or none is
 *
 * @example
 * ```ts
 * import { ranking } from "@lib/evaluate/scores/ranking.ts";
 * import { rocAuc } from "@lib/evaluate/scores/roc_auc.ts";
 * import { strictEqual } from "node:assert";
 * strictEqual(rocAuc([0, 0, 1, 1], ranking([0.1, 0.4, 0.35, 0.8])), 0.75); // 3 of the 4 pairs
 * ```
 */
export function rocAuc(
  isPositive: ArrayLike<number>,
  { order, ends }: Ranking,
  weights?: ArrayLike<number>,
): number {
  let left = 0; // images of the class: after the last one, each other image lies below all of them
  let total = 0;
  for (let i = 0; i < isPositive.length; i++) {
    if (isPositive[i] !== 0) left++;
    total += weights === undefined ? 1 : weights[i];
  }
  let [area, positives, negatives, at] = [0, 0, 0, 0];
  for (let run = 0; run < ends.length && left > 0; run++) {
    const end = ends[run];
    let [ownPositives, ownNegatives] = [0, 0];
    for (; at < end; at++) {
      const image = order[at];
      const weight = weights === undefined ? 1 : weights[image];
      if (isPositive[image] === 0) {
        ownNegatives += weight;
      } else {
        ownPositives += weight;
        left--;
      }
    }
    area += ownNegatives * (positives + ownPositives / 2);
    positives += ownPositives;
    negatives += ownNegatives;
  }
  const below = total - positives - negatives;
  return (area + below * positives) / (positives * (negatives + below));
}
