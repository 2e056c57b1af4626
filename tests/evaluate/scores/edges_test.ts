import { assertAlmostEquals, assertEquals, assertThrows } from "../../support/assert.ts";
import { classMetrics } from "@lib/evaluate/class_metrics.ts";
import { classificationReport } from "@lib/evaluate/classification_report.ts";
import { mcnemar } from "@lib/evaluate/mcnemar.ts";
import { averagePrecision } from "@lib/evaluate/scores/average_precision.ts";
import { balancedAccuracy } from "@lib/evaluate/scores/balanced_accuracy.ts";
import { brierScore } from "@lib/evaluate/scores/brier_score.ts";
import { classRankings } from "@lib/evaluate/scores/class_rankings.ts";
import { cohenKappa } from "@lib/evaluate/scores/cohen_kappa.ts";
import { logLoss } from "@lib/evaluate/scores/log_loss.ts";
import { matthewsCorrelation } from "@lib/evaluate/scores/matthews_correlation.ts";
import { ranking } from "@lib/evaluate/scores/ranking.ts";
import { rocAuc } from "@lib/evaluate/scores/roc_auc.ts";
import { topKAccuracy } from "@lib/evaluate/scores/top_k_accuracy.ts";

// Comparison with scikit-learn: reference_test.ts.

const ofProbabilities = {
  logLoss,
  brierScore,
  topKAccuracy: (truth: number[], probabilities: number[]) => topKAccuracy(truth, probabilities, 1),
};

for (const [name, score] of Object.entries(ofProbabilities)) {
  Deno.test(`${name}() refuses no images, uneven probabilities, and labels without one`, () => {
    assertThrows(() => score([], []), RangeError, "found no image");
    assertThrows(() => score([0, 1], [0.5, 0.5, 1]), TypeError, "found 3 numbers");
    assertThrows(() => score([0], []), TypeError, "found 0 numbers");
    assertThrows(() => score([2], [0.5, 0.5]), RangeError, "found label 2");
    assertThrows(() => score([0.5], [0.5, 0.5]), RangeError, "from 0 to 1");
  });
}

Deno.test("logLoss() clips where the probabilities' own precision ends", () => {
  assertAlmostEquals(logLoss([0], Float32Array.of(0, 1)), 23 * Math.LN2, 1e-12);
  assertAlmostEquals(logLoss([0], Float64Array.of(0, 1)), 52 * Math.LN2, 1e-12);
});

Deno.test("topKAccuracy() ranks the first classes alone where it is told so", () => {
  const probabilities = [0.3, 0.1, 0.6]; // the third is "no digit"
  assertEquals(topKAccuracy([0], probabilities, 1), 0);
  assertEquals(topKAccuracy([0], probabilities, 1, { classes: 2 }), 1);
  assertThrows(() => topKAccuracy([2], probabilities, 1, { classes: 2 }), RangeError, "below 2");
  for (const k of [0, 1.5, NaN]) {
    assertThrows(() => topKAccuracy([0], probabilities, k), RangeError, `top ${k}`);
  }
});

Deno.test("scores of no images are what is not defined, or 0 as in scikit-learn", () => {
  const none = [[0, 0], [0, 0]];
  assertEquals(balancedAccuracy(none), NaN);
  assertEquals(cohenKappa(none), NaN);
  assertEquals(matthewsCorrelation(none), 0);
  assertEquals(rocAuc([], ranking([])), NaN);
  assertEquals(averagePrecision([], ranking([])), 0);
});

Deno.test("ranking() parts equal scores from others, and refuses what is no number", () => {
  const { order, ends } = ranking([-Infinity, 1, 1, Infinity]);
  assertEquals([[...order], [...ends]], [[3, 1, 2, 0], [1, 3, 4]]);
  assertThrows(() => ranking([0, NaN]), RangeError, "image 1");
  assertThrows(() => classRankings([0.5, 0.5, 1], 2), TypeError, "found 3 probabilities");
});

Deno.test("classificationReport() wants a name for each class, and makes room for long ones", () => {
  const metrics = classMetrics([[1, 0], [0, 1]]);
  assertThrows(() => classificationReport(metrics, { names: ["one"] }), TypeError, "found 1 names");
  const names = ["an exceedingly long name", "b"];
  const { text, table } = classificationReport(metrics, { names });
  assertEquals(Object.keys(table), [...names, "accuracy", "macro avg", "weighted avg"]);
  assertEquals(
    new Set(text.trimEnd().split("\n").filter(Boolean).map((line) => line.length)).size,
    1,
  );
});

Deno.test("mcnemar() tells nothing from nothing, and refuses readers of different images", () => {
  assertEquals(mcnemar([], []), { images: 0, firstAlone: 0, secondAlone: 0, pValue: 1 });
  assertEquals(mcnemar([true, true], [true, false]).pValue, 1);
  assertThrows(() => mcnemar([true], []), TypeError, "found 1 and 0 images");
});
