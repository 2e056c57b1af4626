import * as tf from "@tensorflow/tfjs";
import { initBackend } from "@lib/backend/backend.ts";
import { assert, assertEquals } from "../../support/assert.ts";
import { assertClose, normalTensor } from "../compare_backends.ts";
import { kerasLike } from "../plan/models.ts";

const { layers: L } = tf;
await initBackend("wasm"); // which calls acceleratePredictions()

/** How often a layer computed something. */
let calls = 0;
const stockCall = L.Layer.prototype.apply;
L.Layer.prototype.apply = function (...given): ReturnType<typeof stockCall> {
  calls++;
  return stockCall.apply(this, given);
};

/** What the model says, and how often its layers were asked for it. */
function predict(
  model: tf.LayersModel,
  images: tf.Tensor,
): { values: number[]; shape: number[]; layerCalls: number } {
  calls = 0;
  const result = model.predict(images) as tf.Tensor;
  const { shape } = result;
  const values = [...result.dataSync()];
  result.dispose();
  return { values, shape, layerCalls: calls };
}

Deno.test("predict() and predictOnBatch() ask no layer, say the same, and leak nothing", () => {
  const model = kerasLike();
  const images = normalTensor([37, 14, 14, 1]);
  const wanted = tf.tidy(() => [...(model.apply(images) as tf.Tensor).dataSync()]);
  const first = predict(model, images);
  const before = tf.memory().numTensors;
  const second = predict(model, images);
  assertEquals(tf.memory().numTensors, before);
  assertEquals([first.layerCalls, second.layerCalls], [0, 0]);
  assertEquals(first.shape, [37, 10]);
  assertClose(first.values, wanted, 1e-5);
  const onBatch = model.predictOnBatch(images) as tf.Tensor;
  assertEquals([...onBatch.dataSync()], first.values);
  tf.dispose([images, onBatch]);
  model.dispose();
});

Deno.test("predict() sees what training does to the weights", async () => {
  const model = kerasLike();
  model.compile({ optimizer: "sgd", loss: "categoricalCrossentropy" });
  const images = normalTensor([4, 14, 14, 1]);
  const targets = tf.oneHot(tf.tensor1d([1, 2, 3, 4], "int32"), 10).toFloat();
  const before = predict(model, images).values;
  await model.trainOnBatch(images, targets);
  const after = predict(model, images);
  const wanted = tf.tidy(() => [...(model.apply(images) as tf.Tensor).dataSync()]);
  assertEquals(after.layerCalls, 0);
  assertClose(after.values, wanted, 1e-5);
  assert(after.values.some((value, i) => value !== before[i]));
  tf.dispose([images, targets]);
  model.dispose();
});

Deno.test("predict() goes the stock way for other models, other numbers, and gradients", () => {
  const model = kerasLike();
  const tanh = tf.sequential({
    layers: [L.dense({ inputShape: [6], units: 2, activation: "tanh" })],
  });
  assert(predict(tanh, normalTensor([3, 6])).layerCalls > 0);
  assert(predict(model, tf.ones([2, 14, 14, 1], "int32")).layerCalls > 0);
  calls = 0;
  const slope = tf.grad((x) => (model.predict(x) as tf.Tensor).slice([0, 0], [1, 1]))(
    normalTensor([1, 14, 14, 1]),
  );
  assert(calls > 0);
  assert(slope.dataSync().some((value) => value !== 0));
  tf.dispose(slope);
  model.dispose();
  tanh.dispose();
});

Deno.test("predict() on another backend goes the stock way, and back again", async () => {
  const model = kerasLike();
  const images = normalTensor([2, 14, 14, 1]);
  const wanted = predict(model, images).values;
  await initBackend("cpu");
  const onCpu = predict(model, images);
  assert(onCpu.layerCalls > 0);
  assertClose(onCpu.values, wanted, 1e-5);
  await initBackend("wasm");
  const again = predict(model, images);
  assertEquals([again.layerCalls, again.values], [0, wanted]);
  images.dispose();
  model.dispose();
});
