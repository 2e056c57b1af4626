import * as tf from "@tensorflow/tfjs";
import { type Dataset, imageAt } from "@lib/download/dataset.ts";
import { pixelsPerImage } from "@lib/image/digit_size.ts";

/** A model without training: the class whose mean image is nearest wins. About 82 % of MNIST's test
 * set, and the format of a real one: `[batch, 28, 28, 1]` to `[batch, 10]` probabilities. */
export function templateModel(train: Dataset): tf.LayersModel {
  const means = new Float64Array(10 * pixelsPerImage);
  const counts = new Float64Array(10);
  for (let i = 0; i < train.size; i++) {
    counts[train.labels[i]]++;
    imageAt(train, i).forEach((level, k) => means[train.labels[i] * pixelsPerImage + k] += level);
  }
  const mean = (k: number, digit: number): number => {
    return means[digit * pixelsPerImage + k] / counts[digit] / 255;
  };
  // Nearest mean: the largest m·x - |m|²/2.
  const kernel = Array.from({ length: pixelsPerImage }, (_, k) => {
    return Array.from({ length: 10 }, (_, digit) => mean(k, digit) / 4);
  });
  const bias = Array.from({ length: 10 }, (_, digit) => {
    return kernel.reduce((sum, row, k) => sum - (row[digit] * mean(k, digit)) / 2, 0);
  });
  const dense = tf.layers.dense({ units: 10, activation: "softmax" });
  const layers = [tf.layers.flatten({ inputShape: [28, 28, 1] }), dense];
  const model = tf.sequential({ layers });
  tf.tidy(() => dense.setWeights([tf.tensor2d(kernel), tf.tensor1d(bias)]));
  return model;
}
