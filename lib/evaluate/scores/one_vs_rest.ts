/** A score of two classes, for many.
 *
 * @module
 */

import type { Ranking } from "./ranking.ts";

/** A score that tells the images of one class from all others, such as `rocAuc` and `averagePrecision`. */
export type BinaryScore = (
  isPositive: ArrayLike<number>,
  ranking: Ranking,
  weights?: ArrayLike<number>,
) => number;

/** A score of each class against the rest, and over all. */
export interface OneVsRest {
  /** One number a class. */
  readonly perClass: readonly number[];
  /** Mean over the classes: each counts the same. NaN if one of them is. */
  readonly macro: number;
  /** Mean over the classes, weighted by how many images each has; a class without images is left out. */
  readonly weighted: number;
}

/** Scores each class against the rest, and averages as scikit-learn does: a class without images makes the
 * macro average of `rocAuc` NaN, and counts as 0 in that of `averagePrecision`.
 *
 * @param score of one class
 * @param truth `[n]`, the right label of each image
 * @param rankings one a class, as `classRankings` gives them
 * @param weights `[n]`, how much each image counts; all the same where it is missing
 *
 * @example
 * ```ts
 * import { classRankings } from "@lib/evaluate/scores/class_rankings.ts";
 * import { oneVsRest } from "@lib/evaluate/scores/one_vs_rest.ts";
 * import { rocAuc } from "@lib/evaluate/scores/roc_auc.ts";
 * import { strictEqual } from "node:assert";
 * const probabilities = [0.8, 0.1, 0.1, 0.2, 0.5, 0.3, 0.1, 0.2, 0.7]; // three images, three classes
 * const { macro } = oneVsRest(rocAuc, [0, 1, 2], classRankings(probabilities, 3));
 * strictEqual(macro, 1); // each class is told from the rest
 * ```
 */
export function oneVsRest(
  score: BinaryScore,
  truth: ArrayLike<number>,
  rankings: readonly Ranking[],
  weights?: ArrayLike<number>,
): OneVsRest {
  const supports = new Float64Array(rankings.length);
  for (let i = 0; i < truth.length; i++) {
    supports[truth[i]] += weights === undefined ? 1 : weights[i];
  }
  const perClass = rankings.map((ranking, label) => {
    const isPositive = new Uint8Array(truth.length);
    for (let i = 0; i < truth.length; i++) isPositive[i] = truth[i] === label ? 1 : 0;
    return score(isPositive, ranking, weights);
  });
  let [sum, total, support] = [0, 0, 0];
  for (const [label, value] of perClass.entries()) {
    sum += value;
    if (supports[label] === 0) continue;
    total += supports[label] * value;
    support += supports[label];
  }
  return {
    perClass,
    macro: sum / perClass.length,
    weighted: support === 0 ? 0 : total / support,
  };
}
