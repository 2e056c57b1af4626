import { percent, thousands } from "../../base/format.ts";
import { markdownTable } from "../../base/markdown_table.ts";
import { sum } from "../../base/statistics.ts";
import { confusedPairs } from "../../evaluate/confused_pairs.ts";
import type { ScoredInterval } from "../../evaluate/evaluation_report.ts";
import { accuracyInterval } from "../../evaluate/interval.ts";
import type { CountedAccuracy } from "../../evaluate/label_errors.ts";
import type { AccuracyWithin } from "../../evaluate/score_corruptions.ts";
import { scoreNames } from "../../evaluate/score_names.ts";
import type { SummaryScore } from "../../evaluate/summary_scores.ts";
import type { SavedMetrics } from "./metrics_file.ts";

/** Confused pairs that a card names. */
const pairsShown = 5;

/** The sections of a card that tell how well a model reads, and where it fails, as blocks of Markdown.
 *
 * @param folder of the model, as the commands take it
 */
export function metricsSections(metrics: SavedMetrics, folder: string): string[] {
  const { accuracy, interval, bootstrap } = metrics;
  const images = sum(metrics.perClass.map(({ support }) => support));
  return [
    "## Evaluation",
    `**${percent(accuracy, 2)}** of ${
      thousands(images)
    } test images are read rightly, with a 95 % ` +
    `interval of ${
      range(interval, share)
    }. \`deno task evaluate --model ${folder} --save\` has measured it and ` +
    "all that follows. The interval of an accuracy is Wilson's; those of other scores come from a bootstrap " +
    `of ${
      thousands(bootstrap.resamples)
    } resamples, seed ${bootstrap.seed}. They cover which images were ` +
    "tested, not which seed was trained.",
    scoresTable(metrics),
    "### Digit by digit",
    digitsTable(metrics),
    pairs(metrics),
    "### What its confidence is worth",
    calibrated(metrics),
    "So much can be read if only so much of it may be wrong, and the rest goes to a person. The thresholds " +
    "were chosen on the test images: measure them on others before relying on them.",
    limitsTable(metrics),
    ...(metrics.labelErrors ? ["### Labels in doubt", ...labels(metrics.labelErrors)] : []),
    "### Corrupted images",
    "The 15 corruptions of MNIST-C ([Mu and Gilmer, 2019](https://arxiv.org/abs/1906.02337)), written anew " +
    "from its description, each at its severity there; no model has been trained on them. Beside it stands " +
    "what the nearest of the ten mean images of the training set makes of the same images.",
    corruptionsTable(metrics),
  ];
}

const share = (value: number): string => percent(value, 2);

function range([low, high]: readonly [number, number], text: (value: number) => string): string {
  return `${text(low)} to ${text(high)}`;
}

function within({ accuracy, interval }: AccuracyWithin): string {
  return `${share(accuracy)} (${range(interval, share)})`;
}

function scoresTable({ scores }: SavedMetrics): string {
  const rows = Object.entries<ScoredInterval>(scores).map(([key, { value, interval }]) => {
    const [name, isShare] = scoreNames[key as SummaryScore];
    // JSON has null for what is not defined.
    const text = (number: number | null): string =>
      number === null ? "–" : isShare ? share(number) : number.toFixed(5);
    return [name, text(value), range(interval, text)];
  });
  return markdownTable([["score", "value", "95 % interval"], ...rows]);
}

function digitsTable({ perClass, confusion }: SavedMetrics): string {
  const rows = perClass.map(({ precision, recall, f1, support }, digit) => [
    String(digit),
    ...[precision, recall].map(share),
    support === 0 ? "–" : range(accuracyInterval(confusion[digit][digit], support), share),
    share(f1),
    thousands(support),
  ]);
  const head = ["digit", "precision", "recall", "95 % interval of recall", "F1", "images"];
  return markdownTable([head, ...rows]);
}

function pairs({ confusion }: SavedMetrics): string {
  const worst = confusedPairs(confusion, pairsShown);
  if (worst.length === 0) return "No digit is read as another.";
  const named = worst.map(({ truth, predicted, count }) => `${truth} as ${predicted} (${count})`);
  return `Most often read as another: ${named.join(", ")}.`;
}

function calibrated({ calibration: { equalMass, equalWidth, temperature } }: SavedMetrics): string {
  const points = (error: number): string => `${(100 * error).toFixed(2)} points`;
  return `Confidence and accuracy differ by ${
    points(equalMass.error)
  } on average in ten bins of as many ` +
    `images each (expected calibration error; with bins of equal width ${
      points(equalWidth.error)
    }).` +
    (temperature
      ? ` At temperature ${temperature.temperature.toFixed(2)}, fitted on ` +
        `${thousands(temperature.validationImages)} validation images, it would be ` +
        `${points(temperature.error)}.`
      : "");
}

function limitsTable({ operatingPoints, perClass }: SavedMetrics): string {
  const images = sum(perClass.map(({ support }) => support));
  const rows = operatingPoints.map(({ mostWrong, point }) => [
    `1 in ${thousands(1 / mostWrong)}`,
    ...(point === null ? ["nothing", thousands(images), "–", "–"] : [
      share(point.coverage),
      thousands(images - point.read),
      thousands(point.wrong),
      percent(point.threshold, 3),
    ]),
  ]);
  return markdownTable([
    ["may be wrong", "read", "left to people", "wrong", "from confidence"],
    ...rows,
  ]);
}

function labels(
  { without, corrected }: NonNullable<SavedMetrics["labelErrors"]>,
): string[] {
  const counted = ({ right, images, accuracy, interval }: CountedAccuracy): string =>
    `${share(accuracy)}, ${thousands(right)} of ${thousands(images)} (${range(interval, share)})`;
  return [
    "People who looked again did not confirm 15 labels of MNIST's test set " +
    "([Northcutt et al., 2021](https://arxiv.org/abs/2103.14749)). Without these images, the " +
    `accuracy is ${counted(without)}; with the labels that ` +
    `they would give, ${counted(corrected)}.`,
  ];
}

function corruptionsTable({ corruptions: { clean, corruptions, mean } }: SavedMetrics): string {
  return markdownTable([
    ["corruption", "severity", "accuracy", "nearest mean image"],
    ["none", "–", ...clean.map(within)],
    ...corruptions.map(({ name, severity, models }) => [
      ...[name, severity === undefined ? "–" : String(severity)],
      ...models.map(within),
    ]),
    ["mean of them", "–", ...mean.map(share)],
  ]);
}
