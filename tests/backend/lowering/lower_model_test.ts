import * as tf from "@tensorflow/tfjs";
import { initBackend } from "@lib/backend/backend.ts";
import { lowerModel } from "@lib/backend/lowering/lower_model.ts";
import { assertEquals } from "../../support/assert.ts";

const { layers: L } = tf;
await initBackend("cpu");

function kindsOf(...layers: tf.layers.Layer[]): string[] | undefined {
  return lowerModel(tf.sequential({ layers }))?.blocks.map(({ kind }) => kind);
}

Deno.test("lowerModel() parts what images go through, the blocks, and the softmax at the end", () => {
  const lowered = lowerModel(tf.sequential({
    layers: [
      L.cropping2D({ inputShape: [8, 8, 1], cropping: [[1, 1], [2, 2]] }),
      L.rescaling({ scale: 2, offset: 1 }),
      L.conv2d({ filters: 4, kernelSize: 3, activation: "relu" }),
      L.flatten(),
      L.dense({ units: 3, activation: "softmax" }),
    ],
  }))!;
  const crop = { from: [8, 8, 1], top: 1, left: 2, shape: [6, 4, 1] } as const;
  assertEquals(lowered.form, { ...crop, scale: 2, offset: 1 });
  assertEquals(lowered.blocks.map(({ kind }) => kind), ["convolution", "flatten", "dense"]);
  assertEquals(lowered.endsInSoftmax, true);
});

Deno.test("lowerModel() takes a model that ends without a softmax, and flat vectors", () => {
  const model = tf.sequential({ layers: [L.dense({ inputShape: [5], units: 3 })] });
  const { form, blocks, endsInSoftmax } = lowerModel(model)!;
  assertEquals(form.shape, [1, 1, 5]);
  assertEquals(blocks.map(({ kind }) => kind), ["dense"]);
  assertEquals(endsInSoftmax, false);
});

Deno.test("lowerModel() leaves out the layers that it is told to", () => {
  const layers = [
    L.dense({ inputShape: [5], units: 3 }),
    L.dropout({ rate: 0.5 }),
    L.dense({ units: 2 }),
  ];
  const model = tf.sequential({ layers });
  assertEquals(lowerModel(model), undefined);
  const lowered = lowerModel(model, (layer) => layer.getClassName() === "Dropout");
  assertEquals(lowered?.blocks.map(({ kind }) => kind), ["dense", "dense"]);
});

Deno.test("lowerModel() refuses a softmax over channels, before the end, and open sizes", () => {
  const convolution = (inputShape: (number | null)[]): tf.layers.Layer =>
    L.conv2d({ inputShape, filters: 4, kernelSize: 3 });
  assertEquals(kindsOf(convolution([8, 8, 1])), ["convolution"]);
  assertEquals(kindsOf(convolution([null, 8, 1])), undefined);
  assertEquals(kindsOf(convolution([8, 8, 1]), L.activation({ activation: "softmax" })), undefined);
  const dense = L.dense({ inputShape: [5], units: 3, activation: "softmax" });
  assertEquals(kindsOf(dense, L.dense({ units: 2 })), undefined);
});

Deno.test("lowerModel() refuses sequences, two inputs, two outputs, and a layer used twice", () => {
  assertEquals(kindsOf(L.reLU({ inputShape: [4, 5] })), undefined);
  const [a, b] = [tf.input({ shape: [4] }), tf.input({ shape: [4] })];
  const layer = L.dense({ units: 4 });
  const once = layer.apply(a) as tf.SymbolicTensor;
  const twice = layer.apply(once) as tf.SymbolicTensor;
  const sum = L.add().apply([a, b]) as tf.SymbolicTensor;
  const cut = L.reLU().apply(once) as tf.SymbolicTensor;
  const wirings = [
    { inputs: [a], outputs: [once, cut] },
    { inputs: [a], outputs: [twice] },
    { inputs: [a, b], outputs: [sum] },
  ];
  for (const { inputs, outputs } of wirings) {
    assertEquals(lowerModel(tf.model({ inputs, outputs })), undefined);
  }
});
