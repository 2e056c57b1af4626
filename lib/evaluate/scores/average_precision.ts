/** Average precision.
 *
 * @module
 */

import type { Ranking } from "./ranking.ts";

/** The average precision: Σ (Rₖ − Rₖ₋₁) Pₖ, the precision at each score that occurs, weighted by how much
 * of the recall it adds; the area under the precision-recall curve, not interpolated. 1 is perfect; chance
 * gives the share of the images that are of the class. The same as scikit-learn's
 * [average_precision_score](https://scikit-learn.org/stable/modules/generated/sklearn.metrics.average_precision_score.html).
 *
 * @param isPositive `[n]`, 1 for an image of the class, else 0
 * @param ranking of the images, by the score
 * @param weights `[n]`, how much each image counts; all the same where it is missing
 * @returns 0 to 1; 0 where no image that counts is of the class
 *
 * @example
 * ```ts
 * import { averagePrecision } from "@lib/evaluate/scores/average_precision.ts";
 * import { ranking } from "@lib/evaluate/scores/ranking.ts";
 * import { strictEqual } from "node:assert";
 * const scores = ranking([0.1, 0.4, 0.35, 0.8]);
 * strictEqual(averagePrecision([0, 0, 1, 1], scores), 0.5 * 1 + 0.5 * (2 / 3));
 * ```
 */
export function averagePrecision(
  isPositive: ArrayLike<number>,
  { order, ends }: Ranking,
  weights?: ArrayLike<number>,
): number {
  let left = 0; // images of the class: what lies below the last one adds nothing
  for (let i = 0; i < isPositive.length; i++) if (isPositive[i] !== 0) left++;
  let [area, positives, all, at] = [0, 0, 0, 0];
  for (let run = 0; run < ends.length && left > 0; run++) {
    const end = ends[run];
    let own = 0;
    for (; at < end; at++) {
      const image = order[at];
      const weight = weights === undefined ? 1 : weights[image];
      all += weight;
      if (isPositive[image] === 0) continue;
      own += weight;
      left--;
    }
    positives += own;
    if (own > 0) area += own * (positives / all);
  }
  return positives === 0 ? 0 : area / positives;
}
