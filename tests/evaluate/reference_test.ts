/** Our metrics against scikit-learn's and SciPy's: the values committed in reference/metrics.jsonl,
 * and fresh random ones where Debian's python3-sklearn is installed. */
import { assert, assertAlmostEquals, assertEquals } from "../support/assert.ts";
import { fileURLToPath } from "node:url";
import { calibration } from "@lib/evaluate/calibration.ts";
import { type ClassMetrics, classMetrics } from "@lib/evaluate/class_metrics.ts";
import { confusionMatrix } from "@lib/evaluate/confusion_matrix.ts";
import { accuracyInterval, type Level } from "@lib/evaluate/interval.ts";
import { datasetOf, predictionsOf } from "./support.ts";

const tolerance = 1e-12;

interface MetricsCase extends ClassMetrics {
  readonly kind: "metrics";
  readonly name: string;
  readonly classes: number;
  /** Digits, one character an image. */
  readonly truth: string;
  readonly predicted: string;
  readonly confusion: number[][];
}

interface IntervalCase {
  readonly kind: "interval";
  readonly right: number;
  readonly total: number;
  readonly level: Level;
  readonly low: number;
  readonly high: number;
}

interface CalibrationCase {
  readonly kind: "calibration";
  readonly binCount: number;
  readonly confidences: number[];
  readonly right: number[];
  readonly accuracy: number[];
  readonly confidence: number[];
}

type Case = MetricsCase | IntervalCase | CalibrationCase | { readonly kind: "made with" };

function check(wanted: Case): void {
  if (wanted.kind === "metrics") checkMetrics(wanted);
  if (wanted.kind === "interval") checkInterval(wanted);
  if (wanted.kind === "calibration") checkCalibration(wanted);
}

function checkMetrics(wanted: MetricsCase): void {
  const [truth, predicted] = [wanted.truth, wanted.predicted].map((it) => [...it].map(Number));
  const confusion = confusionMatrix(truth, predicted, wanted.classes);
  assertEquals(confusion, wanted.confusion, wanted.name);
  const { perClass, accuracy, macro, micro, weighted } = classMetrics(confusion);
  assertAlmostEquals(accuracy, wanted.accuracy, tolerance, `${wanted.name}: accuracy`);
  assertEquals(perClass.length, wanted.perClass.length);
  perClass.forEach((scores, label) => {
    assertSame({ ...scores }, { ...wanted.perClass[label] }, `${wanted.name}: class ${label}`);
  });
  assertSame({ ...macro }, { ...wanted.macro }, `${wanted.name}: macro`);
  assertSame({ ...micro }, { ...wanted.micro }, `${wanted.name}: micro`);
  assertSame({ ...weighted }, { ...wanted.weighted }, `${wanted.name}: weighted`);
}

function assertSame(
  found: Record<string, number>,
  wanted: Record<string, number>,
  what: string,
): void {
  assertEquals(Object.keys(found), Object.keys(wanted), what);
  for (const [key, value] of Object.entries(wanted)) {
    assertAlmostEquals(found[key], value, tolerance, `${what}: ${key}`);
  }
}

function checkInterval({ right, total, level, low, high }: IntervalCase): void {
  const what = `${right} of ${total} at ${level}`;
  const [ourLow, ourHigh] = accuracyInterval(right, total, level);
  assertAlmostEquals(ourLow, low, tolerance, what);
  assertAlmostEquals(ourHigh, high, tolerance, what);
}

function checkCalibration(wanted: CalibrationCase): void {
  const dataset = datasetOf(wanted.right.map((right) => right ? 3 : 5));
  const predictions = predictionsOf(wanted.confidences.map((confidence) => [3, confidence]));
  const { bins } = calibration(dataset, predictions, wanted.binCount);
  assertEquals(bins.length, wanted.accuracy.length);
  bins.forEach((bin, index) => {
    assertAlmostEquals(bin.accuracy, wanted.accuracy[index], tolerance);
    assertAlmostEquals(bin.confidence, wanted.confidence[index], tolerance);
  });
}

const folder = new URL("./reference/", import.meta.url);
const casesIn = (text: string): Case[] => text.trim().split("\n").map((line) => JSON.parse(line));
const committed = casesIn(await Deno.readTextFile(new URL("metrics.jsonl", folder)));

for (const wanted of committed.filter((it) => it.kind === "metrics")) {
  Deno.test(`classMetrics() agrees with scikit-learn to 1e-12: ${wanted.name}`, () => {
    check(wanted);
  });
}

for (const [kind, what] of Object.entries({ interval: "SciPy", calibration: "scikit-learn" })) {
  Deno.test(`${kind} values agree with ${what}'s to 1e-12`, () => {
    const cases = committed.filter((it) => it.kind === kind);
    assert(cases.length > 0);
    cases.forEach(check);
  });
}

/** What Python prints; the test must be allowed to run it. */
async function python(...args: string[]): Promise<string> {
  const command = new Deno.Command("/usr/bin/python3", { args });
  const { success, stdout, stderr } = await command.output();
  const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
  if (!success) throw new Error(decode(stderr));
  return decode(stdout);
}

const isInstalled = await python("-c", "import sklearn").then(() => true, () => false);

Deno.test({
  name: "metrics, intervals and calibration agree with scikit-learn's on fresh random cases" +
    (isInstalled ? "" : " (python3-sklearn is not there)"),
  ignore: !isInstalled,
  fn: async () => {
    const seed = String(crypto.getRandomValues(new Uint32Array(1))[0]);
    const cases = casesIn(await python(fileURLToPath(new URL("make_reference.py", folder)), seed));
    assertEquals(
      [...new Set(cases.map((it) => it.kind))].sort(),
      ["calibration", "interval", "metrics"],
    );
    try {
      cases.forEach(check);
    } catch (cause) {
      throw new Error(`Not so for the cases of make_reference.py ${seed}`, { cause });
    }
  },
});
