/** All that is to be said of a model's predictions.
 *
 * @module
 */

import { rngFromSeed } from "../base/rng.ts";
import type { Dataset } from "../download/dataset.ts";
import type { Predictions } from "../model/predict_batches.ts";
import { atTemperature } from "./at_temperature.ts";
import { bootstrapIntervals, type Interval } from "./bootstrap.ts";
import { type Calibration, calibration } from "./calibration.ts";
import type { Evaluation } from "./evaluate.ts";
import { fitTemperature, type Judged } from "./fit_temperature.ts";
import { checkLabelErrors, type LabelErrorCheck } from "./label_errors.ts";
import { evaluationLimits } from "./limits.ts";
import { type OperatingPoint, operatingPoint } from "./operating_point.ts";
import { riskCoverage } from "./risk_coverage.ts";
import { logLoss } from "./scores/log_loss.ts";
import { type SummaryScore, summaryScores } from "./summary_scores.ts";

/** A score with its interval; `null` in JSON where it is not defined. */
export interface ScoredInterval {
  /** The score on all images, each once. */
  readonly value: number;
  /** Of the bootstrap. */
  readonly interval: Interval;
}

/** What one temperature for all logits would make of the confidence. */
export interface TemperatureCheck {
  /** Fitted on the validation images. */
  readonly temperature: number;
  /** How many these were. */
  readonly validationImages: number;
  /** Expected calibration error on the test images at this temperature, bins of equal width. */
  readonly error: number;
  /** Log loss on the test images at this temperature, nats. */
  readonly logLoss: number;
}

/** A share of wrong readings that may be put up with, and where to stop reading for it. */
export interface ReadingLimit {
  /** The largest share of what is read that may be wrong. */
  readonly mostWrong: number;
  /** The threshold for it; `null` where nothing can be read then. */
  readonly point: OperatingPoint | null;
}

/** An evaluation with all its scores, intervals and checks. */
export interface EvaluationReport extends Omit<Evaluation, "predictions"> {
  /** All scores that are one number. */
  readonly scores: Readonly<Record<SummaryScore, ScoredInterval>>;
  /** How their intervals were drawn. */
  readonly bootstrap: {
    readonly resamples: number;
    readonly level: number;
    readonly seed: number;
  };
  /** Confidence against accuracy, the points of a reliability diagram. */
  readonly calibration: {
    readonly equalWidth: Calibration;
    readonly equalMass: Calibration;
    /** Missing where there are no validation images. */
    readonly temperature?: TemperatureCheck;
  };
  /** What is left to people if so much may be wrong, the largest share first. */
  readonly operatingPoints: readonly ReadingLimit[];
  /** Missing where the images are not MNIST's test set. */
  readonly labelErrors?: LabelErrorCheck;
}

/** How a report is made. */
export interface ReportChoices {
  /** Resamples of the bootstrap. */
  readonly resamples?: number;
  /** Of the bootstrap. */
  readonly seed?: number;
  /** What the model says of images that it neither learned nor is tested on, to fit a temperature on. */
  readonly validation?: Judged;
}

/** Works out all that is to be said of a model's predictions on a data set.
 *
 * @param dataset the images with their right labels
 * @param evaluation what `evaluate` gives for it
 *
 * @example
 * ```ts
 * import { classMetrics } from "@lib/evaluate/class_metrics.ts";
 * import { confusionMatrix } from "@lib/evaluate/confusion_matrix.ts";
 * import { evaluationReport } from "@lib/evaluate/evaluation_report.ts";
 * import { accuracyInterval } from "@lib/evaluate/interval.ts";
 * import { strictEqual } from "node:assert";
 * const labels = Uint8Array.from({ length: 10 }, (_, digit) => digit);
 * const dataset = { size: 10, images: new Uint8Array(10 * 784), labels };
 * const probabilities = Float32Array.from({ length: 100 }, (_, i) => i % 11 === 0 ? 1 : 0);
 * const confusion = confusionMatrix(labels, labels);
 * const report = evaluationReport(dataset, {
 *   ...classMetrics(confusion),
 *   confusion,
 *   interval: accuracyInterval(10, 10),
 *   predictions: { labels, probabilities },
 * });
 * strictEqual(report.scores.cohenKappa.value, 1);
 * strictEqual(report.operatingPoints[0].point!.coverage, 1);
 * ```
 */
export function evaluationReport(
  dataset: Dataset,
  { predictions, ...numbers }: Evaluation,
  { resamples = evaluationLimits.resamples, seed = 1, validation }: ReportChoices = {},
): EvaluationReport {
  const level = 0.95;
  const scoresOf = summaryScores(dataset.labels, predictions);
  const intervals = bootstrapIntervals(dataset.size, scoresOf, {
    rng: rngFromSeed(seed).stream("bootstrap"),
    resamples,
    level,
  });
  const scores = Object.fromEntries(
    Object.entries<number>(scoresOf()).map((
      [name, value],
    ) => [name, { value, interval: intervals[name as SummaryScore] }]),
  ) as Record<SummaryScore, ScoredInterval>;
  const labelErrors = checkLabelErrors(dataset, predictions.labels);
  return {
    ...numbers,
    scores,
    bootstrap: { resamples, level, seed },
    calibration: {
      equalWidth: calibration(dataset, predictions),
      equalMass: calibration(dataset, predictions, evaluationLimits.bins, "equal mass"),
      ...(validation && { temperature: checkTemperature(dataset, predictions, validation) }),
    },
    operatingPoints: readingLimits(dataset, predictions),
    ...(labelErrors && { labelErrors }),
  };
}

function checkTemperature(
  dataset: Dataset,
  { labels, probabilities }: Predictions,
  validation: Judged,
): TemperatureCheck {
  const temperature = fitTemperature(validation);
  const classes = probabilities.length / dataset.size;
  const scaled = { labels, probabilities: atTemperature(probabilities, classes, temperature) };
  return {
    temperature,
    validationImages: validation.labels.length,
    error: calibration(dataset, scaled).error,
    logLoss: logLoss(dataset.labels, scaled.probabilities),
  };
}

function readingLimits(dataset: Dataset, { labels, probabilities }: Predictions): ReadingLimit[] {
  const classes = probabilities.length / dataset.size;
  const curve = riskCoverage(Array.from(labels, (label, i) => ({
    confidence: Math.min(1, probabilities[i * classes + label]), // rounding may leave more
    isRight: label === dataset.labels[i],
  })));
  return evaluationLimits.mostWrong.map((mostWrong) => ({
    mostWrong,
    point: operatingPoint(curve, mostWrong) ?? null,
  }));
}
