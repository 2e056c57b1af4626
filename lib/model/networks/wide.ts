import * as tf from "@tensorflow/tfjs";
import { convolution, normalisation, scores, widened } from "./layers.ts";
import type { NetworkOptions } from "./network_options.ts";
import { nonDigitClass } from "./non_digit_class.ts";
import type { LayersModel } from "../../backend/layers_model.ts";

/** A network for reading real handwriting: five convolutions on all 28×28 pixels, 196,651 trainable
 * parameters, 11 million multiply-adds an image, and an eleventh class, "no digit".
 *
 * Two narrow layers look at the pixels, where each channel costs most; three wider ones follow at half
 * the resolution.
 */
export function wideNetwork({ mean, deviation, rng, width }: NetworkOptions): LayersModel {
  const seeds = Array.from({ length: 6 }, (_, layer) => rng.fork(layer));
  return tf.sequential({
    name: "wide",
    layers: [
      tf.layers.rescaling({
        scale: 1 / deviation,
        offset: -mean / deviation,
        inputShape: [28, 28, 1],
      }),
      convolution(widened(16, width), seeds[0]),
      normalisation(),
      tf.layers.reLU(),
      convolution(widened(24, width), seeds[1]),
      tf.layers.maxPooling2d({ poolSize: 2 }),
      normalisation(),
      tf.layers.reLU(),
      convolution(widened(64, width), seeds[2]),
      normalisation(),
      tf.layers.reLU(),
      convolution(widened(96, width), seeds[3]),
      normalisation(),
      tf.layers.reLU(),
      convolution(widened(128, width), seeds[4]),
      tf.layers.maxPooling2d({ poolSize: 2 }),
      normalisation(),
      tf.layers.reLU(),
      tf.layers.flatten(),
      scores(seeds[5], nonDigitClass + 1),
      tf.layers.softmax(),
    ],
  });
}
