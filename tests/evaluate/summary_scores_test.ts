import { assertAlmostEquals, assertEquals, assertGreater } from "../support/assert.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { classMetrics } from "@lib/evaluate/class_metrics.ts";
import { confusionMatrix } from "@lib/evaluate/confusion_matrix.ts";
import { brierScore } from "@lib/evaluate/scores/brier_score.ts";
import { logLoss } from "@lib/evaluate/scores/log_loss.ts";
import { topKAccuracy } from "@lib/evaluate/scores/top_k_accuracy.ts";
import { type SummaryScore, summaryScores } from "@lib/evaluate/summary_scores.ts";

/** Random probabilities of ten digits, or of eleven classes, and what they say. */
function randomPredictions(
  size: number,
  classes: number,
  seed: number,
): { truth: Uint8Array; labels: Uint8Array; probabilities: Float32Array } {
  const rng = rngFromSeed(seed);
  const truth = Uint8Array.from({ length: size }, (_, i) => i % 10);
  const rows = Array.from(truth, (digit) => {
    const row = Array.from({ length: classes }, (_, i) => rng.uniform() + (i === digit ? 0.5 : 0));
    const total = row.reduce((sum, value) => sum + value);
    return row.map((value) => value / total);
  });
  const labels = Uint8Array.from(rows, (row) => row.indexOf(Math.max(...row.slice(0, 10))));
  return { truth, labels, probabilities: Float32Array.from(rows.flat()) };
}

for (const classes of [10, 11]) {
  Deno.test(`summaryScores() of ${classes} classes are those of the functions alone`, () => {
    const { truth, labels, probabilities } = randomPredictions(200, classes, classes);
    const scores = summaryScores(truth, { labels, probabilities })();
    const { macro } = classMetrics(confusionMatrix(truth, labels));
    assertEquals(scores.macroF1, macro.f1);
    assertEquals(scores.logLoss, logLoss(truth, probabilities));
    assertEquals(scores.brierScore, brierScore(truth, probabilities));
    assertEquals(scores.top2Accuracy, topKAccuracy(truth, probabilities, 2, { classes: 10 }));
    assertGreater(scores.macroRocAuc, 0.6);
  });
}

Deno.test("summaryScores() with counts are those of images that are there so often", () => {
  for (let seed = 0; seed < 20; seed++) {
    const { truth, labels, probabilities } = randomPredictions(60, 10, seed);
    const rng = rngFromSeed(seed).stream("counts");
    const counts = Uint32Array.from(truth, (_, i) => i < 10 ? 1 : rng.integer(4));
    const drawn = [...counts].flatMap((count, i) => new Array<number>(count).fill(i));
    const again = {
      labels: Uint8Array.from(drawn, (i) => labels[i]),
      probabilities: Float32Array.from(drawn.flatMap((i) => [
        ...probabilities.subarray(i * 10, i * 10 + 10),
      ])),
    };
    const found = summaryScores(truth, { labels, probabilities })(counts);
    const wanted = summaryScores(drawn.map((i) => truth[i]), again)();
    for (const name of Object.keys(wanted) as SummaryScore[]) {
      assertAlmostEquals(found[name], wanted[name], 1e-12, name);
    }
  }
});
