import { assertAlmostEquals, assertEquals } from "../support/assert.ts";
import * as tf from "@tensorflow/tfjs";
import { initBackend } from "@lib/backend/backend.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { buildBenchNetwork, randomBatch } from "../../bench/networks.ts";
import type { Jax, JaxArray } from "../../bench/peers/jax.ts";
import { jaxLayouts } from "../../bench/peers/jax_layout.ts";
import { jaxNetwork } from "../../bench/peers/jax_network.ts";

const tensors = new WeakMap<JaxArray, tf.Tensor>();
const tensorOf = (array: JaxArray): tf.Tensor => tensors.get(array)!;

/** A tensor as an array of jax-js, as far as networks use it: tests do not fetch the package. */
function arrayOf(tensor: tf.Tensor): JaxArray {
  const array = {
    shape: tensor.shape,
    get ref() {
      return array;
    },
    add: (other: JaxArray) => arrayOf(tensor.add(tensorOf(other))),
    reshape: (shape: readonly number[]) => arrayOf(tensor.reshape([...shape])),
    transpose: (axes: readonly number[]) => arrayOf(tensor.transpose([...axes])),
    slice: (...parts: (readonly number[] | number)[]) => {
      let [result, axis] = [tensor, 0];
      for (const part of parts) {
        if (typeof part === "number") {
          result = result.gather(tf.scalar(part, "int32"), axis);
        } else {
          const [from, to] = part.length === 0 ? [0, result.shape[axis]] : part;
          const begin = result.shape.map((_, i) => i === axis ? from : 0);
          result = result.slice(begin, result.shape.map((n, i) => i === axis ? to - from : n));
          axis++;
        }
      }
      return arrayOf(result);
    },
    dispose: () => {},
  } as unknown as JaxArray;
  tensors.set(array, tensor);
  return array;
}

/** Of jax-js what networks use, computed by TensorFlow.js. */
const jax = {
  numpy: {
    array: (values: Float32Array) => arrayOf(tf.tensor1d(values)),
    matmul: (a: JaxArray, b: JaxArray) => arrayOf(tf.matMul(tensorOf(a), tensorOf(b))),
    maximum: (a: JaxArray, b: JaxArray) => arrayOf(tf.maximum(tensorOf(a), tensorOf(b))),
    concatenate: (all: readonly JaxArray[], axis: number) =>
      arrayOf(tf.concat(all.map(tensorOf), axis)),
  },
  nn: { relu: (x: JaxArray) => arrayOf(tf.relu(tensorOf(x))) },
} as unknown as Jax;

/** The weights of a `tf.layers` model in the order of a layout. */
function asIn(layout: string, weight: tf.Tensor, pooled: number[]): tf.Tensor {
  const { shape } = weight;
  if (shape.length === 4) {
    const [rows, columns, ins, outs] = shape;
    const places = weight.reshape([rows * columns, ins, outs]);
    return layout === "channels last" ? places : places.reshape([-1, outs]).transpose();
  }
  // The dense layer: its rows go by places and channels, or by channels and places.
  if (shape.length === 2 && layout === "channels first") {
    return weight.reshape([...pooled, 10]).transpose([2, 0, 1, 3]).reshape(
      shape as [number, number],
    );
  }
  return weight;
}

for (const name of ["keras", "small"] as const) {
  Deno.test(`jaxNetwork() computes in each layout what tf.layers makes of ${name}`, async () => {
    await initBackend("wasm");
    const model = buildBenchNetwork(name);
    const { images } = randomBatch(model, 3, rngFromSeed(1));
    const wanted = (model.predictOnBatch(images) as tf.Tensor).dataSync();
    const pooled = model.layers.findLast((layer) =>
      layer.name.startsWith("max_pooling2d")
    )!.outputShape;
    for (const layout of jaxLayouts(jax)) {
      const network = jaxNetwork(jax, name, layout, rngFromSeed(2));
      const weights = model.getWeights()
        .map((weight) => asIn(layout.name, weight, (pooled as number[]).slice(1)));
      assertEquals(network.weights().map(({ shape }) => shape), weights.map(({ shape }) => shape));
      const logits = network.logits(
        weights.map(arrayOf),
        arrayOf(images.reshape([...layout.imageShape(3)])),
      );
      const found = tensorOf(logits).softmax().dataSync();
      for (const [i, value] of wanted.entries()) assertAlmostEquals(found[i], value, 1e-5);
    }
  });
}
