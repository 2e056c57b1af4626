/** Confidence compared with accuracy.
 *
 * @module
 */

import type { Dataset } from "../download/dataset.ts";
import { sum } from "../base/statistics.ts";
import type { Predictions } from "../model/predict_batches.ts";
import { evaluationLimits } from "./limits.ts";

/** The images whose confidence lies in one interval (low, high]. */
export interface CalibrationBin {
  /** Where the bin begins, 0 to 1. */
  readonly low: number;
  /** Where it ends, 0 to 1. */
  readonly high: number;
  /** How many images. */
  readonly count: number;
  /** Their mean confidence, 0 to 1. */
  readonly confidence: number;
  /** The share of them read rightly, 0 to 1. */
  readonly accuracy: number;
}

/** How far a model's confidence can be taken at its word. */
export interface Calibration {
  /** Expected calibration error, 0 to 1: mean distance of confidence and accuracy over the bins,
   * weighted by their counts. */
  readonly error: number;
  /** By rising confidence; bins that hold no image are left out. */
  readonly bins: readonly CalibrationBin[];
}

/** Into which bins confidence is divided: all equally wide, or with as many images each. The confidence of a
 * good reader lies near 1 almost always, so that bins of equal width are all but empty save the last. */
export type Binning = "equal width" | "equal mass";

/** Compares confidence, the probability of the predicted digit, with accuracy: in bins of equal
 * width ([Guo et al., 2017](https://arxiv.org/abs/1706.04599), section 2), or of equal mass
 * ([Nixon et al., 2019](https://arxiv.org/abs/1904.01685)), where images of the same confidence stay in one
 * bin, even if that makes it larger.
 *
 * @param dataset the images with their right labels
 * @param predictions what the model said of them
 * @param binCount how many bins between 0 and 1
 * @param binning which
 * @throws {TypeError} if there are not as many predictions as images
 * @throws {RangeError} if `binCount` is not an integer of at least 1
 *
 * @example
 * ```ts
 * import { calibration } from "@lib/evaluate/calibration.ts";
 * import { strictEqual } from "node:assert";
 * const images = { size: 2, images: new Uint8Array(2 * 784), labels: Uint8Array.of(0, 1) };
 * const probabilities = Float32Array.of(0.75, 0.25, 0.75, 0.25); // of two classes, image by image
 * const { error } = calibration(images, { labels: Uint8Array.of(0, 0), probabilities });
 * strictEqual(error, 0.25); // sure at 75 %, right at 50 %
 * ```
 */
export function calibration(
  dataset: Dataset,
  predictions: Predictions,
  binCount: number = evaluationLimits.bins,
  binning: Binning = "equal width",
): Calibration {
  const { labels, probabilities } = predictions;
  if (labels.length !== dataset.size) {
    throw new TypeError(
      `Cannot calibrate: found ${labels.length} predictions for ${dataset.size} images, ` +
        "wanted one each",
    );
  }
  if (!Number.isInteger(binCount) || binCount < 1) {
    throw new RangeError(`Cannot calibrate in ${binCount} bins: wanted an integer of at least 1`);
  }
  const classes = probabilities.length / dataset.size;
  const confidences = Float64Array.from(labels, (label, i) => probabilities[i * classes + label]);
  const isRight = (i: number): boolean => labels[i] === dataset.labels[i];
  const bins = binning === "equal width"
    ? binsOfWidth(confidences, isRight, binCount)
    : binsOfMass(confidences, isRight, binCount);
  const gaps = bins.map((bin) => bin.count * Math.abs(bin.accuracy - bin.confidence));
  const error = gaps.reduce((total, gap) => total + gap, 0) / Math.max(dataset.size, 1);
  return { error, bins };
}

type IsRight = (index: number) => boolean;

function binsOfWidth(
  confidences: Float64Array,
  isRight: IsRight,
  binCount: number,
): CalibrationBin[] {
  const members = Array.from({ length: binCount }, (): number[] => []);
  for (const [i, confidence] of confidences.entries()) {
    members[Math.min(Math.max(Math.ceil(confidence * binCount) - 1, 0), binCount - 1)].push(i);
  }
  return members.map((images, bin) =>
    binOf(images, bin / binCount, (bin + 1) / binCount, confidences, isRight)
  ).filter(({ count }) => count > 0);
}

function binsOfMass(
  confidences: Float64Array,
  isRight: IsRight,
  binCount: number,
): CalibrationBin[] {
  const order = Uint32Array.from(confidences, (_, i) => i)
    .sort((a, b) => confidences[a] - confidences[b]);
  const members = Array.from({ length: binCount }, (): number[] => []);
  let bin = 0;
  for (const [place, i] of order.entries()) {
    const isEqual = place > 0 && confidences[order[place - 1]] === confidences[i];
    if (!isEqual) bin = Math.floor((place * binCount) / order.length);
    members[bin].push(i);
  }
  let low = 0;
  return members.filter((images) => images.length > 0).map((images) => {
    const high = confidences[images.at(-1)!];
    const found = binOf(images, low, high, confidences, isRight);
    low = high;
    return found;
  });
}

function binOf(
  images: readonly number[],
  low: number,
  high: number,
  confidences: Float64Array,
  isRight: IsRight,
): CalibrationBin {
  const count = images.length;
  const confidence = sum(images.map((i) => confidences[i])) / count;
  return { low, high, count, confidence, accuracy: images.filter(isRight).length / count };
}
