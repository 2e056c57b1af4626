import { percent, thousands } from "../base/format.ts";
import type { AccuracyWithin, CorruptionScores } from "./score_corruptions.ts";

/** What models read of corrupted images, as aligned lines for the terminal.
 *
 * @param names of the models, in the order of the scores
 */
export function corruptionText(scores: CorruptionScores, names: readonly string[]): string {
  const cell = ({ accuracy, interval }: AccuracyWithin): string =>
    `${percent(accuracy, 2)} (${interval.map((end) => percent(end, 2)).join(" to ")})`;
  const rows = [
    ["corruption", "severity", ...names],
    ["none", "", ...scores.clean.map(cell)],
    ...scores.corruptions.map(({ name, severity, models }) => [
      name,
      severity === undefined ? "" : String(severity),
      ...models.map(cell),
    ]),
    ["mean of them", "", ...scores.mean.map((share) => percent(share, 2))],
  ];
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const lines = rows.map((row) =>
    row.map((text, column) => text.padEnd(widths[column])).join("  ").trimEnd()
  );
  return [
    `Accuracy on ${
      thousands(scores.images)
    } images, corrupted in the ways of MNIST-C, with 95 % intervals`,
    ...lines,
  ].join("\n");
}
