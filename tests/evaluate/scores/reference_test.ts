/** All scores against scikit-learn's on thousands of cases, which make_scores.py and this test draw from the
 * same seeds. */
import { assert, assertAlmostEquals, assertEquals } from "../../support/assert.ts";
import { gunzipSync } from "node:zlib";
import { classMetrics } from "@lib/evaluate/class_metrics.ts";
import { classificationReport } from "@lib/evaluate/classification_report.ts";
import { confusionMatrix } from "@lib/evaluate/confusion_matrix.ts";
import { mcnemar } from "@lib/evaluate/mcnemar.ts";
import { averagePrecision } from "@lib/evaluate/scores/average_precision.ts";
import { balancedAccuracy } from "@lib/evaluate/scores/balanced_accuracy.ts";
import { brierScore } from "@lib/evaluate/scores/brier_score.ts";
import { classRankings } from "@lib/evaluate/scores/class_rankings.ts";
import { cohenKappa } from "@lib/evaluate/scores/cohen_kappa.ts";
import { logLoss } from "@lib/evaluate/scores/log_loss.ts";
import { matthewsCorrelation } from "@lib/evaluate/scores/matthews_correlation.ts";
import { oneVsRest } from "@lib/evaluate/scores/one_vs_rest.ts";
import { rocAuc } from "@lib/evaluate/scores/roc_auc.ts";
import { topKAccuracy } from "@lib/evaluate/scores/top_k_accuracy.ts";
import { digest, labelsOf, probabilitiesOf } from "./reference_cases.ts";

const tolerance = 1e-12;
const zeroDivisions = [0, 1, NaN];

/** A number; `null` for NaN, and where scikit-learn has no answer. */
type Value = number | null | "Infinity" | "-Infinity";

interface Cases {
  readonly confusions: Value[][];
  readonly probabilities: Value[][];
  readonly reports: { text: string; table: Record<string, Value[] | number> }[];
  readonly mcnemar: [first: number, second: number, pValue: number][];
}

const path = new URL("../reference/scores.json.gz", import.meta.url);
const cases: Cases = JSON.parse(new TextDecoder().decode(gunzipSync(await Deno.readFile(path))));

function assertClose(found: number, wanted: Value, what: string): void {
  if (wanted === null) return assertEquals(found, NaN, what);
  if (typeof wanted === "string") return assertEquals(found, Number(wanted), what);
  assertAlmostEquals(found, wanted, tolerance * Math.max(1, Math.abs(wanted)), what);
}

Deno.test("scores of labels agree with scikit-learn's to 1e-12 in thousands of cases", () => {
  assert(cases.confusions.length >= 2000);
  const names = "accuracy, balanced, adjusted, kappa, linear kappa, quadratic kappa, Matthews, " +
    "macro precision, macro recall, macro F1, micro F1, weighted precision, weighted recall, " +
    "weighted F1, per class";
  for (const [key, wanted] of cases.confusions.entries()) {
    const { classes, truth, predicted } = labelsOf(key);
    const confusion = confusionMatrix(truth, predicted, classes);
    const { accuracy, perClass, macro, micro, weighted } = classMetrics(confusion, {
      zeroDivision: zeroDivisions[key % 3],
    });
    const found = [
      ...[accuracy, balancedAccuracy(confusion), balancedAccuracy(confusion, { adjusted: true })],
      ...(["none", "linear", "quadratic"] as const)
        .map((weights) => cohenKappa(confusion, { weights })),
      matthewsCorrelation(confusion),
      ...[macro.precision, macro.recall, macro.f1, micro.f1],
      ...[weighted.precision, weighted.recall, weighted.f1],
      digest((["precision", "recall", "f1"] as const)
        .flatMap((score) => perClass.map((scores) => scores[score]))),
    ];
    assertEquals(found.length, wanted.length);
    names.split(", ").forEach((name, i) => assertClose(found[i], wanted[i], `${name}, ${key}`));
  }
});

Deno.test("scores of probabilities agree with scikit-learn's to 1e-12 in a thousand cases", () => {
  assert(cases.probabilities.length >= 1000);
  const names = "log loss, Brier, top 1, top 2, top 3, macro AUC, weighted AUC, AUC per class, " +
    "macro AP, weighted AP, AP per class";
  for (const [key, wanted] of cases.probabilities.entries()) {
    const { classes, truth, probabilities, weights } = probabilitiesOf(key);
    const rankings = classRankings(probabilities, truth.length);
    const areas = [rocAuc, averagePrecision].flatMap((score) => {
      const { macro, weighted, perClass } = oneVsRest(score, truth, rankings, weights);
      return [macro, weighted, digest(perClass)];
    });
    const found = [
      logLoss(truth, probabilities, weights),
      brierScore(truth, probabilities, weights),
      ...[1, 2, 3].map((k) =>
        classes === 2 ? NaN : topKAccuracy(truth, probabilities, k, { weights })
      ),
      ...areas,
    ];
    assertEquals(found.length, wanted.length);
    names.split(", ").forEach((name, i) => assertClose(found[i], wanted[i], `${name}, ${key}`));
  }
});

Deno.test("classificationReport() is scikit-learn's to the letter, as text and as a table", () => {
  assert(cases.reports.length > 0);
  for (const [key, wanted] of cases.reports.entries()) {
    const { classes, truth, predicted } = labelsOf(key);
    const metrics = classMetrics(confusionMatrix(truth, predicted, classes), {
      zeroDivision: zeroDivisions[key % 3],
    });
    const { text, table } = classificationReport(metrics, { digits: 2 + key % 4 });
    assertEquals(text, wanted.text);
    assertEquals(Object.keys(table), Object.keys(wanted.table));
    for (const [name, row] of Object.entries(wanted.table)) {
      const [found, values] = [table[name], Array.isArray(row) ? row : [row]];
      (typeof found === "number" ? [found] : Object.values<number>({ ...found }))
        .forEach((value, i) => assertClose(value, values[i], `report ${key}, ${name}`));
    }
  }
});

Deno.test("mcnemar() agrees with SciPy's binomial test to 1e-12", () => {
  assert(cases.mcnemar.length > 0);
  for (const [first, second, pValue] of cases.mcnemar) {
    const runs = (a: boolean, b: boolean): boolean[] => [
      ...new Array<boolean>(first).fill(a),
      ...new Array<boolean>(second).fill(b),
    ];
    const found = mcnemar(runs(true, false), runs(false, true));
    assertEquals([found.firstAlone, found.secondAlone], [first, second]);
    assertClose(found.pValue, pValue, `${first} and ${second}`);
  }
});
