import * as tf from "@tensorflow/tfjs";
import type { LayersModel } from "../../backend/layers_model.ts";
import { lineHeight, trainedWidth } from "./line_size.ts";
import { columnScores, convolution, normalisation, widened } from "./layers.ts";
import type { NetworkOptions } from "./network_options.ts";

/** The class of a column that sees the middle of no digit. */
export const blank = 10;

/** A network that reads a line of digits without cutting it: convolutions alone, 257,255 trainable parameters.
 * The height is collapsed by the sixth of them; what is left are columns, two pixels apart, each of which
 * tells the digit whose middle it sees, or the blank. A column sees 30 pixels, a digit and a half.
 *
 * @param options.imageWidth of the images, in pixels: the weights are the same whatever it is
 */
export function lineNetwork(
  { mean, deviation, rng, width, imageWidth = trainedWidth }: NetworkOptions & {
    readonly imageWidth?: number;
  },
): LayersModel {
  const seeds = Array.from({ length: 8 }, (_, layer) => rng.fork(layer));
  const last = columnScores(seeds[7], blank + 1);
  const model = tf.sequential({
    name: "line",
    layers: [
      tf.layers.rescaling({
        scale: 1 / deviation,
        offset: -mean / deviation,
        inputShape: [lineHeight, imageWidth, 1],
      }),
      convolution(widened(12, width), seeds[0]),
      normalisation(),
      tf.layers.reLU(),
      convolution(widened(20, width), seeds[1]),
      tf.layers.maxPooling2d({ poolSize: 2 }),
      normalisation(),
      tf.layers.reLU(),
      convolution(widened(40, width), seeds[2]),
      normalisation(),
      tf.layers.reLU(),
      convolution(widened(56, width), seeds[3]),
      normalisation(),
      tf.layers.reLU(),
      convolution(widened(64, width), seeds[4]),
      normalisation(),
      tf.layers.reLU(),
      convolution(widened(96, width), seeds[5], [8, 3]),
      normalisation(),
      tf.layers.reLU(),
      convolution(widened(96, width), seeds[6], [1, 5]),
      normalisation(),
      tf.layers.reLU(),
      last,
      tf.layers.softmax(),
    ],
  });
  preferBlank(last);
  return model;
}

/** Makes all columns blank to begin with, as nearly all are: else the first steps would move them there, and so
 * far that nothing else is learned for thousands of steps. */
function preferBlank(layer: tf.layers.Layer): void {
  tf.tidy(() => {
    const [kernel] = layer.getWeights();
    const logits = Array.from({ length: blank + 1 }, (_, label) => label === blank ? 4 : 0);
    layer.setWeights([kernel, tf.tensor1d(logits)]);
  });
}
