/** Confidence compared with accuracy.
 *
 * @module
 */

import type { Dataset } from "../download/dataset.ts";
import type { Predictions } from "../model/predict_batches.ts";

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

/** Compares confidence, the probability of the predicted digit, with accuracy, in bins of equal
 * width ([Guo et al., 2017](https://arxiv.org/abs/1706.04599), section 2).
 *
 * @param dataset the images with their right labels
 * @param predictions what the model said of them
 * @param binCount how many bins between 0 and 1
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
  binCount = 10,
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
  const counts = new Uint32Array(binCount);
  const rights = new Uint32Array(binCount);
  const confidences = new Float64Array(binCount);
  const classes = probabilities.length / dataset.size;
  for (let i = 0; i < dataset.size; i++) {
    const confidence = probabilities[i * classes + labels[i]];
    const bin = Math.min(Math.max(Math.ceil(confidence * binCount) - 1, 0), binCount - 1);
    counts[bin]++;
    confidences[bin] += confidence;
    if (labels[i] === dataset.labels[i]) rights[bin]++;
  }
  const bins = Array.from(counts, (count, bin) => ({
    low: bin / binCount,
    high: (bin + 1) / binCount,
    count,
    confidence: confidences[bin] / count,
    accuracy: rights[bin] / count,
  })).filter(({ count }) => count > 0);
  const gaps = bins.map((bin) => bin.count * Math.abs(bin.accuracy - bin.confidence));
  const error = gaps.reduce((total, gap) => total + gap, 0) / Math.max(dataset.size, 1);
  return { error, bins };
}
