import { assertAlmostEquals, assertEquals, assertThrows } from "../support/assert.ts";
import * as tf from "@tensorflow/tfjs";
import { initBackend } from "@lib/backend/backend.ts";
import { scaleLogits } from "@lib/model/scale_logits.ts";

await initBackend("wasm");

function classifier(): tf.LayersModel {
  return tf.sequential({
    layers: [
      tf.layers.dense({
        inputShape: [2],
        units: 3,
        weights: [
          tf.tensor2d([1, -2, 0.5, 0.3, 0.2, -1], [2, 3]),
          tf.tensor1d([0.1, 0.2, -0.3]),
        ],
      }),
      tf.layers.softmax(),
    ],
  });
}

function logShares(model: tf.LayersModel): number[] {
  return tf.tidy(() => {
    const [a, b, c] = (model.predict(tf.tensor2d([0.7, 0.4], [1, 2])) as tf.Tensor).dataSync();
    return [Math.log(a / b), Math.log(b / c)];
  });
}

Deno.test("scaleLogits() multiplies the differences of the logits", () => {
  const model = classifier();
  const before = logShares(model);
  scaleLogits(model, 1.7);
  logShares(model).forEach((share, i) => assertAlmostEquals(share, 1.7 * before[i], 1e-5));
  model.dispose();
});

Deno.test("scaleLogits() leaks no tensors", () => {
  const model = classifier();
  const before = tf.memory().numTensors;
  scaleLogits(model, 0.5);
  assertEquals(tf.memory().numTensors, before);
  model.dispose();
});

Deno.test("scaleLogits() refuses other models and factors", () => {
  const bare = tf.sequential({ layers: [tf.layers.dense({ inputShape: [2], units: 3 })] });
  assertThrows(() => scaleLogits(bare, 2), TypeError, "found Dense at its end");
  for (const factor of [0, -1, NaN, Infinity]) {
    assertThrows(() => scaleLogits(classifier(), factor), RangeError, "must be more than 0");
  }
});
