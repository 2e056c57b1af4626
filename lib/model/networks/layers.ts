import * as tf from "@tensorflow/tfjs";
import type { Rng } from "../../base/rng.ts";

/** A convolution, 3×3 where nothing else is said, valid, stride 1, without bias: the batch normalisation that follows has one.
 *
 * Weights are normal with variance 2 / fan-in, which keeps the size of the activations through ReLU
 * layers: He et al., 2015, https://arxiv.org/abs/1502.01852.
 *
 * @param filters how many channels come out
 */
export function convolution(
  filters: number,
  rng: Rng,
  kernelSize: [rows: number, columns: number] = [3, 3],
): tf.layers.Layer {
  return tf.layers.conv2d({
    filters,
    kernelSize,
    useBias: false,
    kernelInitializer: tf.initializers.heNormal({ seed: seedFrom(rng) }),
  });
}

/** How many channels a layer has in a wider or narrower network: a multiple of four, which the kernels compute
 * together, and at least four.
 *
 * @param width the factor, as `NetworkOptions` has it */
export function widened(channels: number, width = 1): number {
  return Math.max(4, 4 * Math.round(channels * width / 4));
}

/** Batch normalisation (Ioffe and Szegedy, 2015, https://arxiv.org/abs/1502.03167) whose running
 * averages follow quickly enough for runs of a single epoch. */
export function normalisation(): tf.layers.Layer {
  return tf.layers.batchNormalization({ momentum: 0.9, epsilon: 1e-5 });
}

/** The last layer: a logit for each class. Its weights start a tenth as large as usual, so that the first
 * predictions are close to uniform and the first steps small. */
export function scores(rng: Rng, classes = 10): tf.layers.Layer {
  return tf.layers.dense({
    units: classes,
    kernelInitializer: small(rng),
  });
}

/** The last layer of a network that reads columns: the same for each of them. */
export function columnScores(rng: Rng, classes: number): tf.layers.Layer {
  return tf.layers.conv2d({ filters: classes, kernelSize: 1, kernelInitializer: small(rng) });
}

function small(rng: Rng): ReturnType<typeof tf.initializers.varianceScaling> {
  return tf.initializers.varianceScaling({
    scale: 0.02,
    mode: "fanIn",
    distribution: "normal",
    seed: seedFrom(rng),
  });
}

function seedFrom(rng: Rng): number {
  return rng.integer(2 ** 31);
}
