import * as tf from "@tensorflow/tfjs";
import { convolution, normalisation, scores } from "./layers.ts";
import type { NetworkOptions } from "./network_options.ts";
import { nonDigitClass } from "./non_digit_class.ts";
import type { LayersModel } from "../../backend/layers_model.ts";

/** A network for reading real handwriting: five convolutions on all 28×28 pixels, 196,651 trainable
 * parameters, 11 million multiply-adds an image, and an eleventh class, "no digit".
 *
 * Two narrow layers look at the pixels, where each channel costs most; three wider ones follow at half
 * the resolution.
 */
export function wideNetwork({ mean, deviation, rng }: NetworkOptions): LayersModel {
  const seeds = Array.from({ length: 6 }, (_, layer) => rng.fork(layer));
  return tf.sequential({
    name: "wide",
    layers: [
      tf.layers.rescaling({
        scale: 1 / deviation,
        offset: -mean / deviation,
        inputShape: [28, 28, 1],
      }),
      convolution(16, seeds[0]),
      normalisation(),
      tf.layers.reLU(),
      convolution(24, seeds[1]),
      tf.layers.maxPooling2d({ poolSize: 2 }),
      normalisation(),
      tf.layers.reLU(),
      convolution(64, seeds[2]),
      normalisation(),
      tf.layers.reLU(),
      convolution(96, seeds[3]),
      normalisation(),
      tf.layers.reLU(),
      convolution(128, seeds[4]),
      tf.layers.maxPooling2d({ poolSize: 2 }),
      normalisation(),
      tf.layers.reLU(),
      tf.layers.flatten(),
      scores(seeds[5], nonDigitClass + 1),
      tf.layers.softmax(),
    ],
  });
}
