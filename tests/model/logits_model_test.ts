import { assertAlmostEquals, assertThrows } from "../support/assert.ts";
import * as tf from "@tensorflow/tfjs";
import { initBackend } from "@lib/backend/backend.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { buildNetwork } from "@lib/model/networks/build_network.ts";
import { logitsModel } from "@lib/model/logits_model.ts";

await initBackend("wasm");

Deno.test("logitsModel() gives scores whose softmax is the model's output", () => {
  const model = buildNetwork("compact", { mean: 0.1, deviation: 0.3, rng: rngFromSeed(1) });
  const logits = logitsModel(model);
  tf.tidy(() => {
    const images = tf.randomUniform([4, 28, 28, 1], 0, 1, "float32", 5);
    const expected = (model.predict(images) as tf.Tensor).dataSync();
    const found = tf.softmax(logits.predict(images) as tf.Tensor2D).dataSync();
    for (const [index, value] of expected.entries()) assertAlmostEquals(found[index], value, 1e-6);
  });
  model.dispose();
});

Deno.test("logitsModel() refuses a model that hides its softmax in a dense layer", () => {
  const model = tf.sequential({
    layers: [tf.layers.dense({ units: 10, activation: "softmax", inputShape: [4] })],
  });
  assertThrows(() => logitsModel(model), TypeError, "its last layer is Dense");
  model.dispose();
});
