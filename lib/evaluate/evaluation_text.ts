import { percent, thousands } from "../base/format.ts";
import { sum } from "../base/statistics.ts";
import type { Scores } from "./class_metrics.ts";
import { confusedPairs } from "./confused_pairs.ts";
import type { Evaluation } from "./evaluate.ts";

/** What {@link evaluationText} shows. */
export type EvaluationNumbers = Omit<Evaluation, "predictions">;

/** An evaluation as a text of aligned columns for the terminal: accuracy with its interval, the
 * scores of each digit, the confusion matrix, and the most frequent confusions. */
export function evaluationText(evaluation: EvaluationNumbers): string {
  const { accuracy, interval: [low, high], perClass, confusion } = evaluation;
  const right = sum(confusion.map((row, digit) => row[digit]));
  const total = sum(perClass.map(({ support }) => support));
  return [
    `Accuracy ${percent(accuracy, 2)}: ${thousands(right)} of ${thousands(total)} images read ` +
    `rightly, 95 % interval ${percent(low, 2)} to ${percent(high, 2)}`,
    "",
    ...scoreTable(evaluation, total),
    "",
    "Confusion matrix: rows are true digits, columns predicted ones",
    ...confusionTable(confusion),
    "",
    ...pairLines(confusion),
  ].join("\n");
}

function scoreTable(
  { perClass, macro, micro, weighted }: EvaluationNumbers,
  total: number,
): string[] {
  const line = (name: string, { precision, recall, f1 }: Scores, support: number): string[] => [
    name,
    ...[precision, recall, f1].map((share) => percent(share, 2)),
    thousands(support),
  ];
  return aligned([
    ["digit", "precision", "recall", "F1", "support"],
    ...perClass.map((scores, digit) => line(String(digit), scores, scores.support)),
    line("macro", macro, total),
    line("micro", micro, total),
    line("weighted", weighted, total),
  ]);
}

function confusionTable(confusion: EvaluationNumbers["confusion"]): string[] {
  return aligned([
    ["", ...confusion.keys().map(String)],
    // A dot for 0: what stands out is then what went wrong.
    ...confusion.map((row, digit) => [
      String(digit),
      ...row.map((times) => times === 0 ? "·" : String(times)),
    ]),
  ]);
}

function pairLines(confusion: EvaluationNumbers["confusion"]): string[] {
  const pairs = confusedPairs(confusion, 5);
  if (pairs.length === 0) return ["No digit is read as another."];
  const lines = pairs.map((pair) => `${pair.truth} read as ${pair.predicted}: ${pair.count}`);
  return ["Most often confused", ...lines.map((line) => `  ${line}`)];
}

function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows.map((row) =>
    row.map((text, column) => column === 0 ? text.padEnd(widths[0]) : text.padStart(widths[column]))
      .join("  ")
  );
}
