/** The simplest reader that there is, for others to be measured against.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { LayersModel } from "../backend/layers_model.ts";
import type { Dataset } from "../download/dataset.ts";
import { imageSide, pixelsPerImage } from "../image/digit_size.ts";

const digits = 10;

/** Reads each image as the digit whose mean image is the nearest (nearest centroid classifier, Rocchio). It
 * has learned nothing but ten means, so that what a network does better, it has learned to do.
 *
 * The squared distance to a mean m is |x|² − 2x·m + |m|², and |x|² is the same for all ten: so the nearest
 * has the largest 2x·m − |m|², which is what a dense layer computes. Its softmax is no measure of certainty.
 *
 * @param dataset images to take the means of, with at least one of each digit
 * @returns a stock tfjs Layers model: input `[batch, 28, 28, 1]` with pixels 0 to 1, output `[batch, 10]`
 * @throws {RangeError} if a digit is missing
 *
 * @example
 * ```ts
 * import { initBackend } from "@lib/backend/backend.ts";
 * import { loadMnist } from "@lib/download/load_mnist.ts";
 * import { evaluate } from "@lib/evaluate/evaluate.ts";
 * import { nearestMean } from "@lib/evaluate/nearest_mean.ts";
 * import { strictEqual } from "node:assert";
 * await initBackend();
 * const { train, test } = await loadMnist();
 * strictEqual((await evaluate(nearestMean(train), test)).accuracy.toFixed(2), "0.82");
 * ```
 */
export function nearestMean({ images, labels, size }: Dataset): LayersModel {
  const means = Array.from({ length: digits }, () => new Float64Array(pixelsPerImage));
  const counts = new Array<number>(digits).fill(0);
  for (let index = 0; index < size; index++) {
    const mean = means[labels[index]];
    counts[labels[index]]++;
    for (let i = 0; i < pixelsPerImage; i++) mean[i] += images[index * pixelsPerImage + i] / 255;
  }
  const missing = counts.indexOf(0);
  if (missing >= 0) {
    throw new RangeError(
      `Cannot take the mean image of ${missing}: found none, wanted one or more`,
    );
  }
  for (const [digit, mean] of means.entries()) {
    for (let i = 0; i < pixelsPerImage; i++) mean[i] /= counts[digit];
  }
  const model = tf.sequential({
    name: "nearest_mean",
    layers: [
      tf.layers.flatten({ inputShape: [imageSide, imageSide, 1] }),
      tf.layers.dense({ units: digits, activation: "softmax" }),
    ],
  });
  tf.tidy(() => {
    const kernel = tf.tensor2d(means.map((mean) => Array.from(mean, (level) => 2 * level)));
    const bias = tf.tensor1d(
      means.map((mean) => -mean.reduce((sum, level) => sum + level ** 2, 0)),
    );
    model.setWeights([kernel.transpose(), bias]);
  });
  return model;
}
