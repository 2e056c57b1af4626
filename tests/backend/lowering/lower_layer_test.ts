import * as tf from "@tensorflow/tfjs";
import { initBackend } from "@lib/backend/backend.ts";
import { lowerLayer } from "@lib/backend/lowering/lower_layer.ts";
import { assertEquals } from "../../support/assert.ts";

const { layers: L } = tf;
await initBackend("cpu");

/** A layer as operations, with the shapes of weights in their place. */
function lowered(layer: tf.layers.Layer, shape: number[]): Record<string, unknown>[] | undefined {
  layer.apply(tf.input({ shape }));
  return lowerLayer(layer)?.map((operation) =>
    Object.fromEntries(
      Object.entries(operation).map(([name, value]) =>
        value instanceof Object ? [name, (value as tf.LayerVariable).shape] : [name, value]
      ),
    )
  );
}

const image = [6, 6, 2];

Deno.test("lowerLayer() gives a convolution its weights, its padding, and its activation behind it", () => {
  assertEquals(lowered(L.conv2d({ filters: 4, kernelSize: [3, 2], activation: "relu" }), image), [
    { kind: "convolution", filter: [3, 2, 2, 4], bias: [4], isPadded: false },
    { kind: "relu" },
  ]);
  const padded = L.conv2d({ filters: 4, kernelSize: 1, padding: "same", useBias: false });
  assertEquals(lowered(padded, image), [
    { kind: "convolution", filter: [1, 1, 2, 4], bias: undefined, isPadded: true },
  ]);
});

Deno.test("lowerLayer() gives a dense layer its weights, and its activation behind it", () => {
  assertEquals(lowered(L.dense({ units: 3, activation: "softmax" }), [5]), [
    { kind: "dense", matrix: [5, 3], bias: [3] },
    { kind: "softmax" },
  ]);
  assertEquals(lowered(L.dense({ units: 3, activation: "linear", useBias: false }), [5]), [
    { kind: "dense", matrix: [5, 3], bias: undefined },
  ]);
});

Deno.test("lowerLayer() tells the sides of a crop apart, and the numbers of a scaling", () => {
  assertEquals(lowered(L.cropping2D({ cropping: [[1, 2], [0, 3]] }), image), [
    { kind: "crop", top: 1, bottom: 2, left: 0, right: 3 },
  ]);
  assertEquals(lowered(L.rescaling({ scale: 2, offset: -1 }), image), [
    { kind: "rescale", scale: 2, offset: -1 },
  ]);
});

Deno.test("lowerLayer() takes batch normalisation over the last axis, named from either end", () => {
  for (const axis of [-1, 3]) {
    const layer = L.batchNormalization({ axis, momentum: 0.9, epsilon: 0.01 });
    assertEquals(lowered(layer, image), [{
      kind: "batchNorm",
      ...{ gamma: [2], beta: [2], runningMean: [2], runningVariance: [2] },
      ...{ momentum: 0.9, epsilon: 0.01 },
    }]);
  }
});

const taken: Record<string, [layer: () => tf.layers.Layer, kinds: string[], shape?: number[]]> = {
  "pooling of 2×2": [() => L.maxPooling2d({ poolSize: 2 }), ["maxPool"]],
  "pooling of 2×2 with its stride given": [
    () => L.averagePooling2d({ poolSize: [2, 2], strides: [2, 2] }),
    ["averagePool"],
  ],
  "flattening": [() => L.flatten(), ["flatten"]],
  "ReLU as a layer": [() => L.reLU(), ["relu"]],
  "ReLU as an activation": [() => L.activation({ activation: "relu" }), ["relu"]],
  "softmax over classes": [() => L.softmax({ axis: 1 }), ["softmax"], [5]],
  "an input": [() => L.inputLayer({ inputShape: image }), []],
};

for (const [what, [layer, kinds, shape = image]] of Object.entries(taken)) {
  Deno.test(`lowerLayer() takes ${what}`, () => {
    const found = what === "an input" ? lowerLayer(layer()) : lowered(layer(), shape);
    assertEquals(found?.map(({ kind }) => kind), kinds);
  });
}

const refused: Record<string, [layer: () => tf.layers.Layer, shape?: number[]]> = {
  "a stride in one direction": [() => L.conv2d({ filters: 4, kernelSize: 3, strides: [1, 2] })],
  "a dilation": [() => L.conv2d({ filters: 4, kernelSize: 3, dilationRate: 2 })],
  "channels first": [
    () => L.conv2d({ filters: 4, kernelSize: 3, dataFormat: "channelsFirst" }),
  ],
  "pooling of 3×2": [() => L.maxPooling2d({ poolSize: [3, 2], strides: 2 })],
  "pooling with another stride": [() => L.maxPooling2d({ poolSize: 2, strides: 1 })],
  "padded pooling": [() => L.averagePooling2d({ poolSize: 2, padding: "same" })],
  "pooling with channels first": [
    () => L.maxPooling2d({ poolSize: 2, dataFormat: "channelsFirst" }),
  ],
  "cropping with channels first": [
    () => L.cropping2D({ cropping: [[1, 1], [1, 1]], dataFormat: "channelsFirst" }),
  ],
  "batch normalisation over rows": [() => L.batchNormalization({ axis: 1 })],
  "batch normalisation without its centre": [() => L.batchNormalization({ center: false })],
  "a dense layer on images": [() => L.dense({ units: 3 })],
  "an activation that plans do not know": [() => L.dense({ units: 3, activation: "tanh" }), [5]],
  "an activation layer that plans do not know": [() => L.activation({ activation: "tanh" })],
  "ReLU with a highest value": [() => L.reLU({ maxValue: 6 })],
  "softmax over rows": [() => L.softmax({ axis: 2 })],
  "a regulariser": [() => L.dense({ units: 3, biasRegularizer: "l1l2" }), [5]],
  "a constraint": [() => L.dense({ units: 3, kernelConstraint: "nonNeg" }), [5]],
  "frozen weights": [() => L.conv2d({ filters: 4, kernelSize: 3, trainable: false })],
  "dropout": [() => L.dropout({ rate: 0.1 })],
};

for (const [what, [layer, shape = image]] of Object.entries(refused)) {
  Deno.test(`lowerLayer() refuses ${what}`, () => {
    assertEquals(lowered(layer(), shape), undefined);
  });
}
