/** The images that were read wrongly.
 *
 * @module
 */

import type { Dataset } from "../download/dataset.ts";
import type { Predictions } from "../model/predict_batches.ts";

/** An image that was read wrongly. */
export interface Mistake {
  /** Its place in the data set. */
  readonly index: number;
  /** The right digit. */
  readonly truth: number;
  /** The digit that was read. */
  readonly predicted: number;
  /** The probability the model gave to the wrong digit, 0 to 1. */
  readonly confidence: number;
}

/** The images that were read wrongly, those the model was surest of first.
 *
 * @param dataset the images with their right labels
 * @param predictions what the model said of them
 * @throws {TypeError} if there are not as many predictions as images
 *
 * @example
 * ```ts
 * import { mistakes } from "@lib/evaluate/mistakes.ts";
 * import { deepStrictEqual } from "node:assert";
 * const images = { size: 2, images: new Uint8Array(2 * 784), labels: Uint8Array.of(0, 1) };
 * const probabilities = Float32Array.of(0.75, 0.25, 0.75, 0.25); // of two classes, image by image
 * const [worst] = mistakes(images, { labels: Uint8Array.of(0, 0), probabilities });
 * deepStrictEqual(worst, { index: 1, truth: 1, predicted: 0, confidence: 0.75 });
 * ```
 */
export function mistakes(dataset: Dataset, predictions: Predictions): Mistake[] {
  if (predictions.labels.length !== dataset.size) {
    throw new TypeError(
      `Cannot find the mistakes: found ${predictions.labels.length} predictions ` +
        `for ${dataset.size} images, wanted one each`,
    );
  }
  const classes = predictions.probabilities.length / dataset.size;
  return Array.from(predictions.labels, (predicted, index) => ({
    index,
    truth: dataset.labels[index],
    predicted,
    confidence: predictions.probabilities[index * classes + predicted],
  }))
    .filter((entry) => entry.predicted !== entry.truth)
    .sort((a, b) => b.confidence - a.confidence); // stable: ties stay in the data set's order
}
