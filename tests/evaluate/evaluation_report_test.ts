import {
  assert,
  assertAlmostEquals,
  assertEquals,
  assertGreater,
  assertMatch,
  assertStringIncludes,
  assertThrows,
} from "../support/assert.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { atTemperature } from "@lib/evaluate/at_temperature.ts";
import { classMetrics } from "@lib/evaluate/class_metrics.ts";
import { confusionMatrix } from "@lib/evaluate/confusion_matrix.ts";
import type { Evaluation } from "@lib/evaluate/evaluate.ts";
import { evaluationReport } from "@lib/evaluate/evaluation_report.ts";
import { accuracyInterval } from "@lib/evaluate/interval.ts";
import { reportText } from "@lib/evaluate/report_text.ts";
import { spread } from "@lib/evaluate/spread.ts";
import { toldApart } from "@lib/evaluate/told_apart.ts";
import { datasetOf, predictionsOf } from "./support.ts";

/** Images that are read with a confidence that means what it says, sharpened by a temperature. */
function evaluated(size: number, sharpness: number, seed: number): {
  dataset: ReturnType<typeof datasetOf>;
  evaluation: Evaluation;
} {
  const rng = rngFromSeed(seed);
  const confidences = Array.from({ length: size }, () => rng.between(0.4, 0.99));
  const truth = confidences.map((_, i) => i % 10);
  const labels = confidences.map((confidence, i) =>
    rng.uniform() < confidence ? truth[i] : (truth[i] + 1 + rng.integer(9)) % 10
  );
  const said = predictionsOf(labels.map((label, i) => [label, confidences[i]]));
  const predictions = {
    labels: said.labels,
    probabilities: atTemperature(said.probabilities, 10, 1 / sharpness),
  };
  const confusion = confusionMatrix(truth, labels);
  const metrics = classMetrics(confusion);
  const interval = accuracyInterval(Math.round(metrics.accuracy * size), size);
  return {
    dataset: datasetOf(truth),
    evaluation: { ...metrics, interval, confusion, predictions },
  };
}

Deno.test("evaluationReport() undoes on test images what a temperature did, fitted on others", () => {
  const { dataset, evaluation } = evaluated(4000, 3, 1);
  const other = evaluated(4000, 3, 2);
  const { probabilities } = other.evaluation.predictions;
  const validation = { probabilities, labels: other.dataset.labels };
  const { calibration } = evaluationReport(dataset, evaluation, { validation, resamples: 2 });
  assertAlmostEquals(calibration.temperature!.temperature, 3, 0.3);
  assertGreater(calibration.equalWidth.error, 0.15);
  assert(calibration.temperature!.error < 0.03);
  assertEquals(calibration.temperature!.validationImages, 4000);
});

Deno.test("evaluationReport() holds each score in its interval, and says where to stop reading", () => {
  const { dataset, evaluation } = evaluated(1000, 1, 3);
  const report = evaluationReport(dataset, evaluation, { resamples: 100, seed: 5 });
  for (const [name, { value, interval: [low, high] }] of Object.entries(report.scores)) {
    assert(low <= value && value <= high && low < high, name);
  }
  assertEquals(report.bootstrap, { resamples: 100, level: 0.95, seed: 5 });
  assertEquals(report.labelErrors, undefined);
  for (const { mostWrong, point } of report.operatingPoints) {
    assert(point === null || point.risk <= mostWrong);
  }
  assertEquals(evaluationReport(dataset, evaluation, { resamples: 100, seed: 5 }), report);
});

Deno.test("reportText() says what is known, and what is not", () => {
  const { dataset, evaluation } = evaluated(100, 1, 4);
  const text = reportText(evaluationReport(dataset, evaluation, { resamples: 10 }));
  assertMatch(text, /^Accuracy /);
  assertStringIncludes(text, "bootstrap of 10 resamples, seed 1");
  assertStringIncludes(text, "No temperature: --profile NAME");
  assertStringIncludes(text, "measure them on others");
  assert(!text.includes("labels of MNIST"));
  const one = { ...evaluation, predictions: predictionsOf([[3, 0.9]]) };
  const alone = reportText(evaluationReport(datasetOf([5]), one, { resamples: 3 }));
  assertMatch(alone, /ROC AUC, macro +–/);
  assertStringIncludes(alone, "nothing can be read");
});

Deno.test("atTemperature() keeps sums and order, and refuses what is no temperature", () => {
  const rng = rngFromSeed(6);
  for (const temperature of [0.05, 0.3, 1, 4, 20]) {
    const row = Array.from({ length: 5 }, () => rng.uniform());
    const total = row.reduce((sum, value) => sum + value);
    const before = Float32Array.from(row, (value) => value / total);
    const after = atTemperature(before, 5, temperature);
    assertAlmostEquals(after.reduce((sum, value) => sum + value), 1, 1e-6);
    assertEquals(after.indexOf(Math.max(...after)), before.indexOf(Math.max(...before)));
  }
  for (const temperature of [0, -1, NaN]) {
    assertThrows(() => atTemperature(Float32Array.of(1), 1, temperature), RangeError, "above 0");
  }
  assertThrows(() => atTemperature(Float32Array.of(1, 0, 1), 2, 1), RangeError, "3 probabilities");
});

Deno.test("spread() is that of a sample", () => {
  const { mean, deviation, lowest, highest } = spread([2, 4, 4, 4, 5, 5, 7, 9]);
  assertEquals([mean, lowest, highest], [5, 2, 9]);
  assertAlmostEquals(deviation, Math.sqrt(32 / 7), 1e-15);
  assertEquals(spread([3]).deviation, NaN);
  assertThrows(() => spread([]), RangeError);
});

Deno.test("toldApart() names the better reader only where chance does not explain it", () => {
  const images = 10_000;
  const said = (firstAlone: number, secondAlone: number, pValue: number): string =>
    toldApart({ images, firstAlone, secondAlone, pValue }, "A", "B");
  assertEquals(
    said(12, 15, 0.7011),
    "A and B cannot be told apart on 10,000 images: A alone is right on 12, B alone on 15 " +
      "(McNemar's exact test, p = 0.70)",
  );
  assertMatch(said(40, 15, 0.00102), /^A reads better than B on .*p = 0.0010\)$/);
  assertMatch(said(15, 60, 1e-7), /^B reads better than A on .*p < 0.001\)$/);
  assertMatch(said(0, 0, 1), /cannot be told apart on 10,000 images: they read the same ones/);
});
