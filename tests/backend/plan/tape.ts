import * as tf from "@tensorflow/tfjs";
import { rngFromSeed } from "@lib/base/rng.ts";
import { logitsModel } from "@lib/model/logits_model.ts";
import { crossEntropy } from "@lib/train/steps/cross_entropy.ts";
import { assert } from "../../support/assert.ts";

/** Images and labels for a model. */
export interface Examples {
  readonly pixels: Float32Array<ArrayBuffer>;
  readonly labels: Uint8Array<ArrayBuffer>;
}

/** Random examples that fit a model. */
export function examplesFor(model: tf.LayersModel, size: number, seed = 7): Examples {
  const rng = rngFromSeed(seed);
  const count = size * tf.util.sizeFromShape(model.inputs[0].shape.slice(1) as number[]);
  const classes = model.outputs[0].shape[1]!;
  return {
    pixels: Float32Array.from({ length: count }, () => rng.uniform()),
    labels: Uint8Array.from({ length: size }, () => rng.integer(classes)),
  };
}

/** Sum of the losses, gradients in the order of the trained weights, and all weights afterwards
 * (the running averages have moved), as tfjs's tape computes them. */
export function byTape(
  model: tf.LayersModel,
  { pixels, labels }: Examples,
  smoothing: number,
): { loss: number; gradients: Float32Array[] } {
  return tf.tidy(() => {
    const size = labels.length;
    const variables = model.trainableWeights.map((weight) => weight.read() as tf.Variable);
    const logits = logitsModel(model);
    const { value, grads } = tf.variableGrads(() => {
      const images = tf.tensor(pixels, [size, ...model.inputs[0].shape.slice(1) as number[]]);
      const scores = logits.apply(images, { training: true }) as tf.Tensor2D;
      const targets = tf.oneHot(tf.tensor1d(labels, "int32"), scores.shape[1]).toFloat();
      return crossEntropy(scores, targets as tf.Tensor2D, smoothing);
    }, variables);
    const gradients = variables.map(({ name }) => grads[name].dataSync<"float32">().slice());
    return { loss: size * value.dataSync()[0], gradients };
  });
}

/** Asserts that numbers agree, relative to the size of the largest. */
export function assertNear(
  found: ArrayLike<number>,
  wanted: ArrayLike<number>,
  tolerance: number,
  what: string,
): void {
  assert(found.length === wanted.length, `${what}: ${found.length} for ${wanted.length} values`);
  const scale = Math.max(0.1, ...Array.from(wanted, Math.abs));
  for (let i = 0; i < wanted.length; i++) {
    const error = Math.abs(found[i] - wanted[i]) / scale;
    assert(error <= tolerance, `${what}: found ${found[i]} at ${i}, wanted ${wanted[i]}`);
  }
}
