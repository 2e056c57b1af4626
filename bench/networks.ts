import * as tf from "@tensorflow/tfjs";
import type { Rng } from "@lib/base/rng.ts";

/** The networks that are measured; bench/peers/torch_throughput.py has the same. */
export type NetworkName = "keras" | "small" | "narrow";

const { layers: L } = tf;

const lists: Readonly<Record<NetworkName, () => tf.layers.Layer[]>> = {
  // The convolutional network of the Keras examples, 34,826 parameters.
  keras: () => [
    L.conv2d({ inputShape: [28, 28, 1], filters: 32, kernelSize: 3, activation: "relu" }),
    L.maxPooling2d({ poolSize: 2 }),
    L.conv2d({ filters: 64, kernelSize: 3, activation: "relu" }),
    L.maxPooling2d({ poolSize: 2 }),
    L.flatten(),
    L.dense({ units: 10 }),
  ],
  // 19,434 parameters.
  small: () => [
    L.conv2d({ inputShape: [28, 28, 1], filters: 16, kernelSize: 5, activation: "relu" }),
    L.maxPooling2d({ poolSize: 2 }),
    L.conv2d({ filters: 32, kernelSize: 3, activation: "relu" }),
    L.conv2d({ filters: 32, kernelSize: 3, activation: "relu" }),
    L.maxPooling2d({ poolSize: 2 }),
    L.flatten(),
    L.dense({ units: 10 }),
  ],
  // On crops of 22 by 22, batch norm after the pooling, 18,386 parameters.
  narrow: () => narrowLayers(1),
};

function narrowLayers(width: number): tf.layers.Layer[] {
  const convolution = (filters: number, more: object = {}): tf.layers.Layer =>
    L.conv2d({ filters: filters * width, kernelSize: 3, useBias: false, ...more });
  return [
    convolution(8, { inputShape: [22, 22, 1] }),
    L.maxPooling2d({ poolSize: 2 }),
    L.batchNormalization(),
    L.reLU(),
    convolution(24),
    L.maxPooling2d({ poolSize: 2 }),
    L.batchNormalization(),
    L.reLU(),
    convolution(64),
    L.batchNormalization(),
    L.reLU(),
    L.flatten(),
    L.dense({ units: 10 }),
  ];
}

/** A plain tfjs model; its output is probabilities. */
export function buildBenchNetwork(name: NetworkName): tf.Sequential {
  return tf.sequential({ layers: [...lists[name](), L.softmax()] });
}

/** The compact network of the library, or a narrower or wider one, on whole images of 28 by 28.
 *
 * @param width how many times the channels of each convolution, 1 for the network as it is
 */
export function buildScaledNetwork(width: number): tf.Sequential {
  const head = [
    L.cropping2D({ cropping: [[3, 3], [3, 3]], inputShape: [28, 28, 1] }),
    L.rescaling({ scale: 1 / 0.31, offset: -0.13 / 0.31 }),
  ];
  return tf.sequential({ layers: [...head, ...narrowLayers(width), L.softmax()] });
}

/** One random batch that fits a network, for either of the ways to train. */
export function randomBatch(model: tf.LayersModel, size: number, rng: Rng): {
  readonly images: tf.Tensor;
  readonly pixels: Float32Array;
  readonly labels: Uint8Array;
} {
  const shape = [size, ...model.inputs[0].shape.slice(1) as number[]];
  const length = tf.util.sizeFromShape(shape);
  const pixels = Float32Array.from({ length }, () => rng.uniform());
  const labels = Uint8Array.from({ length: size }, () => rng.integer(10));
  return { images: tf.tensor(pixels, shape), pixels, labels };
}
