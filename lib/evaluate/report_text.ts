import { percent, thousands } from "../base/format.ts";
import type { EvaluationReport, ScoredInterval } from "./evaluation_report.ts";
import { evaluationText } from "./evaluation_text.ts";
import type { CountedAccuracy } from "./label_errors.ts";
import { scoreNames } from "./score_names.ts";
import type { SummaryScore } from "./summary_scores.ts";

/** A report as a text for the terminal: what {@link evaluationText} shows, then all scores with their
 * intervals, calibration, what is left to people, and what the labels' own errors do. */
export function reportText(report: EvaluationReport): string {
  return [
    evaluationText(report),
    scoreLines(report),
    calibrationLines(report),
    operatingLines(report),
    ...(report.labelErrors ? [labelLines(report.labelErrors)] : []),
  ].join("\n\n");
}

function scoreLines({ scores, bootstrap }: EvaluationReport): string {
  const { resamples, seed } = bootstrap;
  const lines = Object.entries<ScoredInterval>(scores).map(([key, { value, interval }]) => {
    const [name, isShare] = scoreNames[key as SummaryScore];
    const [own, low, high] = [value, ...interval].map((number) => numberText(number, isShare));
    return `${name.padEnd(27)}  ${own.padStart(9)}  ${low.padStart(9)}  ${high.padStart(9)}`;
  });
  return [
    `Scores with 95 % intervals, bootstrap of ${thousands(resamples)} resamples, seed ${seed}`,
    ...lines,
  ].join("\n");
}

function numberText(number: number, isShare: boolean): string {
  if (Number.isNaN(number)) return "–";
  return isShare ? percent(number, 2) : number.toFixed(5);
}

function calibrationLines({ calibration }: EvaluationReport): string {
  const { equalWidth, equalMass, temperature } = calibration;
  const error = (share: number): string => `${(100 * share).toFixed(2)} points`;
  return [
    "Calibration: what confidence is worth, in bins with as many images each",
    "confidence up to  mean confidence  read rightly  images",
    ...equalMass.bins.map(({ high, confidence, accuracy, count }) =>
      [
        percent(high, 2).padStart(16),
        percent(confidence, 2).padStart(15),
        percent(accuracy, 2).padStart(12),
        thousands(count).padStart(6),
      ].join("  ")
    ),
    `Expected calibration error ${error(equalMass.error)}, with bins of equal width ` +
    error(equalWidth.error),
    temperature
      ? `At temperature ${temperature.temperature.toFixed(2)}, fitted on ` +
        `${thousands(temperature.validationImages)} validation images: ${
          error(temperature.error)
        }, ` +
        `log loss ${temperature.logLoss.toFixed(5)}`
      : "No temperature: --profile NAME says which images the model was validated on",
  ].join("\n");
}

function operatingLines({ operatingPoints, perClass }: EvaluationReport): string {
  const total = perClass.reduce((sum, { support }) => sum + support, 0);
  const lines = operatingPoints.map(({ mostWrong, point }) => {
    const limit = `1 in ${thousands(1 / mostWrong)}`.padEnd(12);
    if (point === null) return `${limit}  nothing can be read`;
    const { coverage, read, wrong, threshold } = point;
    return `${limit}  ${percent(coverage, 2).padStart(9)}  ` +
      `${thousands(total - read).padStart(14)}  ${thousands(wrong).padStart(5)}  ` +
      percent(threshold, 3).padStart(15);
  });
  return [
    "What a post office would leave to people, so that of what is read no more is wrong than",
    "at most wrong      read  left to people  wrong  confidence from",
    ...lines,
    "The thresholds are chosen on these images: measure them on others before relying on them.",
  ].join("\n");
}

function labelLines(
  { source, without, corrected }: NonNullable<EvaluationReport["labelErrors"]>,
): string {
  const line = (what: string, { right, images, accuracy, interval }: CountedAccuracy): string =>
    `${what}  ${percent(accuracy, 2)}: ${thousands(right)} of ${thousands(images)}, ` +
    `95 % interval ${interval.map((end) => percent(end, 2)).join(" to ")}`;
  return [
    "15 labels of MNIST's test set were not confirmed by people who looked again",
    line("without these images  ", without),
    line("with the labels righted", corrected),
    `(${source})`,
  ].join("\n");
}
