import * as tf from "@tensorflow/tfjs";
import type { Dataset } from "@lib/download/dataset.ts";
import { imageSide, pixelsPerImage } from "@lib/image/digit_size.ts";
import type { Predictions } from "@lib/model/predict_batches.ts";

/** Blank images with these labels. */
export function datasetOf(labels: readonly number[]): Dataset {
  return {
    images: new Uint8Array(labels.length * pixelsPerImage),
    labels: Uint8Array.from(labels),
    size: labels.length,
  };
}

/** Predictions of these digits with these confidences; what is left of each 1 is spread evenly over
 * the other nine digits. */
export function predictionsOf(entries: readonly (readonly [number, number])[]): Predictions {
  const probabilities = entries.flatMap(([digit, confidence]) =>
    Array.from({ length: 10 }, (_, i) => i === digit ? confidence : (1 - confidence) / 9)
  );
  return {
    labels: Uint8Array.from(entries, ([digit]) => digit),
    probabilities: Float32Array.from(probabilities),
  };
}

/** A model that reads the digit off the one pixel of the first ten that is inked. */
export function pixelReader(): tf.LayersModel {
  const kernel = new Float32Array(pixelsPerImage * 10);
  for (let digit = 0; digit < 10; digit++) kernel[digit * 10 + digit] = 5;
  const model = tf.sequential({
    layers: [
      tf.layers.flatten({ inputShape: [imageSide, imageSide, 1] }),
      tf.layers.dense({ units: 10, activation: "softmax", useBias: false }),
    ],
  });
  const weights = tf.tensor2d(kernel, [pixelsPerImage, 10]);
  model.setWeights([weights]);
  weights.dispose();
  return model;
}

/** Images that {@link pixelReader} reads as `inked`; their right labels are `labels`. */
export function inkedDataset(inked: readonly number[], labels = inked): Dataset {
  const dataset = datasetOf(labels);
  inked.forEach((pixel, index) => dataset.images[index * pixelsPerImage + pixel] = 255);
  return dataset;
}
