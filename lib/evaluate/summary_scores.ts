/** All scores that are one number.
 *
 * @module
 */

import type { Predictions } from "../model/predict_batches.ts";
import { classMetrics } from "./class_metrics.ts";
import { confusionMatrix } from "./confusion_matrix.ts";
import { averagePrecision } from "./scores/average_precision.ts";
import { balancedAccuracy } from "./scores/balanced_accuracy.ts";
import { classRankings } from "./scores/class_rankings.ts";
import { cohenKappa } from "./scores/cohen_kappa.ts";
import { imageHits } from "./scores/image_hits.ts";
import { imageLosses } from "./scores/image_losses.ts";
import { imageSquares } from "./scores/image_squares.ts";
import { matthewsCorrelation } from "./scores/matthews_correlation.ts";
import { oneVsRest } from "./scores/one_vs_rest.ts";
import { rocAuc } from "./scores/roc_auc.ts";
import { weightedMean } from "./scores/weighted_mean.ts";

/** The scores of {@link summaryScores}, by their keys. */
export type SummaryScore =
  | "balancedAccuracy"
  | "macroPrecision"
  | "macroRecall"
  | "macroF1"
  | "weightedF1"
  | "cohenKappa"
  | "matthewsCorrelation"
  | "top2Accuracy"
  | "top3Accuracy"
  | "logLoss"
  | "brierScore"
  | "macroRocAuc"
  | "weightedRocAuc"
  | "macroAveragePrecision"
  | "weightedAveragePrecision";

const digits = 10;

/** All scores of a reader that are one number, each a function of how much each image counts: what is the same
 * for all counts is worked out once.
 *
 * @param truth `[n]`, the right digits
 * @param predictions what the model said; where it has an eleventh class, "no digit", its probability counts in
 * log loss and Brier score as given to a wrong class, and nowhere else
 * @returns the scores, where image `i` counts `counts[i]` times; all once where there are no counts
 * @throws {RangeError} if there is no image
 *
 * @example
 * ```ts
 * import { summaryScores } from "@lib/evaluate/summary_scores.ts";
 * import { strictEqual } from "node:assert";
 * const probabilities = Float32Array.from({ length: 20 }, (_, i) => i % 11 === 0 ? 1 : 0);
 * const scores = summaryScores([0, 1], { labels: Uint8Array.of(0, 1), probabilities });
 * strictEqual(scores().matthewsCorrelation, 1);
 * strictEqual(scores(Uint32Array.of(2, 0)).balancedAccuracy, 1); // the first image twice
 * ```
 */
export function summaryScores(
  truth: ArrayLike<number>,
  { labels, probabilities }: Predictions,
): (counts?: Uint32Array) => Record<SummaryScore, number> {
  const rankings = classRankings(probabilities, truth.length, digits);
  const losses = imageLosses(truth, probabilities);
  const squares = imageSquares(truth, probabilities);
  const firstTwo = imageHits(truth, probabilities, 2, digits);
  const firstThree = imageHits(truth, probabilities, 3, digits);
  return (weights) => {
    const confusion = confusionMatrix(truth, labels, digits, weights);
    const { macro, weighted } = classMetrics(confusion);
    const area = oneVsRest(rocAuc, truth, rankings, weights);
    const precision = oneVsRest(averagePrecision, truth, rankings, weights);
    return {
      balancedAccuracy: balancedAccuracy(confusion),
      macroPrecision: macro.precision,
      macroRecall: macro.recall,
      macroF1: macro.f1,
      weightedF1: weighted.f1,
      cohenKappa: cohenKappa(confusion),
      matthewsCorrelation: matthewsCorrelation(confusion),
      top2Accuracy: weightedMean(firstTwo, weights),
      top3Accuracy: weightedMean(firstThree, weights),
      logLoss: weightedMean(losses, weights),
      brierScore: weightedMean(squares, weights),
      macroRocAuc: area.macro,
      weightedRocAuc: area.weighted,
      macroAveragePrecision: precision.macro,
      weightedAveragePrecision: precision.weighted,
    };
  };
}
