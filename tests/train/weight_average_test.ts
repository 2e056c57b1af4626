import { assertAlmostEquals, assertEquals, assertThrows } from "../support/assert.ts";
import * as tf from "@tensorflow/tfjs";
import { initBackend } from "@lib/backend/backend.ts";
import { WeightAverage } from "@lib/train/weight_average.ts";

await initBackend("wasm");

Deno.test("WeightAverage.update() follows its rule", () => {
  const average = new WeightAverage(0.5);
  const values = [4, 1, -3, 2];
  let expected = 0;
  values.forEach((value, index) => {
    tf.tidy(() => average.update([tf.scalar(value)]));
    const kept = Math.min(0.5, index / (index + 10));
    expected = kept * expected + (1 - kept) * value;
  });
  assertAlmostEquals(average.state().averages[0].dataSync()[0], expected, 1e-6);
  assertEquals(average.state().updates, 4);
  average.dispose();
});

Deno.test("WeightAverage.during() lends the model the average and gives its weights back, also after an error", async () => {
  const model = tf.sequential({
    layers: [tf.layers.dense({ units: 1, useBias: false, inputShape: [1] })],
  });
  const weight = (): number => tf.tidy(() => model.getWeights()[0].dataSync()[0]);
  const average = new WeightAverage(0.9);
  tf.tidy(() => average.update([tf.tensor2d([[5]])]));
  tf.tidy(() => model.setWeights([tf.tensor2d([[1]])]));
  const tensors = tf.memory().numTensors;
  assertEquals(await average.during(model, () => Promise.resolve(weight())), 5);
  assertEquals(weight(), 1);
  await average.during(model, () => Promise.reject(new Error("broken"))).catch(() => {});
  assertEquals(weight(), 1);
  assertEquals(tf.memory().numTensors, tensors);
  average.dispose();
  model.dispose();
});

Deno.test("WeightAverage refuses a decay of 1", () => {
  assertThrows(() => new WeightAverage(1), RangeError, "must be 0 to below 1");
});
