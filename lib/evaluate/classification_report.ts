/** Precision, recall and F1 as scikit-learn prints them.
 *
 * @module
 */

import { type ClassMetrics, type Scores } from "./class_metrics.ts";
import { sum } from "../base/statistics.ts";

/** A row of the report, under scikit-learn's names. */
export interface ReportRow {
  /** Of what was read as the class, the share that is of it. */
  readonly precision: number;
  /** Of the class, the share that was read as it. */
  readonly recall: number;
  /** Harmonic mean of the two. */
  readonly "f1-score": number;
  /** How many images. */
  readonly support: number;
}

/** The same report twice. */
export interface ClassificationReport {
  /** For the terminal, with a line end at its end. */
  readonly text: string;
  /** A row for each class, by its name, and for `macro avg` and `weighted avg`; `accuracy` is a number. */
  readonly table: Readonly<Record<string, ReportRow | number>>;
}

/** How {@link classificationReport} is written. */
export interface ReportOptions {
  /** Of the classes, in their order; 0, 1, 2 and so on by default. */
  readonly names?: readonly string[];
  /** Digits after the point in the text, 2 by default. */
  readonly digits?: number;
}

const heads = ["precision", "recall", "f1-score", "support"];

/** The scores as scikit-learn's
 * [classification_report](https://scikit-learn.org/stable/modules/generated/sklearn.metrics.classification_report.html)
 * gives them with all classes as `labels`: the text to the letter, and what `output_dict=True` gives.
 *
 * @param metrics as `classMetrics` gives them
 * @throws {TypeError} if there are not as many names as classes
 *
 * @example
 * ```ts
 * import { classMetrics } from "@lib/evaluate/class_metrics.ts";
 * import { classificationReport } from "@lib/evaluate/classification_report.ts";
 * import { strictEqual } from "node:assert";
 * const { text } = classificationReport(classMetrics([[3, 1], [0, 4]]), { names: ["six", "nine"] });
 * strictEqual(text.split("\n")[2], "         six       1.00      0.75      0.86         4");
 * ```
 */
export function classificationReport(
  { perClass, accuracy, macro, weighted }: ClassMetrics,
  { names = perClass.map((_, label) => String(label)), digits = 2 }: ReportOptions = {},
): ClassificationReport {
  if (names.length !== perClass.length) {
    throw new TypeError(
      `Cannot report on ${perClass.length} classes: found ${names.length} names, wanted one each`,
    );
  }
  const total = sum(perClass.map(({ support }) => support));
  const classRows = perClass.map((scores, label): [string, ReportRow] => [
    names[label],
    rowOf(scores, scores.support),
  ]);
  const averages: [string, ReportRow][] = [
    ["macro avg", rowOf(macro, total)],
    ["weighted avg", rowOf(weighted, total)],
  ];
  const width = Math.max("weighted avg".length, digits, ...names.map((name) => name.length));
  const line = (name: string, cells: readonly string[]): string =>
    `${name.padStart(width)} ${cells.map((cell) => ` ${cell.padStart(9)}`).join("")}\n`;
  const rowLine = ([name, row]: [string, ReportRow]): string =>
    line(name, [
      ...[row.precision, row.recall, row["f1-score"]].map((value) => fixed(value, digits)),
      String(row.support),
    ]);
  const text = [
    line("", heads),
    "\n",
    ...classRows.map(rowLine),
    "\n",
    line("accuracy", ["", "", fixed(accuracy, digits), String(total)]),
    ...averages.map(rowLine),
  ].join("");
  return { text, table: Object.fromEntries([...classRows, ["accuracy", accuracy], ...averages]) };
}

function rowOf({ precision, recall, f1 }: Scores, support: number): ReportRow {
  return { precision, recall, "f1-score": f1, support };
}

/** With so many decimals, as Python rounds: what lies in the middle goes to the even digit, 0.125 to 0.12,
 * where `toFixed` has 0.13. */
function fixed(value: number, digits: number): string {
  if (Number.isNaN(value)) return "nan";
  const odd = value * 2 ** (digits + 1); // exact; an odd integer in the middle, and only there
  if (Math.abs(odd % 2) !== 1) return value.toFixed(digits);
  const below = Math.floor(value * 10 ** digits);
  return ((below % 2 === 0 ? below : below + 1) / 10 ** digits).toFixed(digits);
}
