import * as tf from "@tensorflow/tfjs";
import { assertAlmostEquals, assertEquals, assertRejects } from "../support/assert.ts";
import { initBackend } from "@lib/backend/backend.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { penultimate } from "@lib/model/penultimate.ts";
import { predictBatches } from "@lib/model/predict_batches.ts";
import { buildNetwork } from "@lib/model/networks/build_network.ts";

await initBackend("wasm");

Deno.test("penultimate() gives what the last dense layer decides by, of every image", async () => {
  const rng = rngFromSeed(2);
  const model = buildNetwork("compact", { mean: 0.13, deviation: 0.31, rng });
  const images = Uint8Array.from({ length: 300 * 784 }, () => rng.integer(256));
  const { values, width } = await penultimate(model, images);
  assertEquals([values.length, width], [300 * 256, 256]);
  // The last layers, computed from the features, say the same as the model.
  const { probabilities } = await predictBatches(model, images);
  const dense = model.layers.findLast((layer) => layer.getClassName() === "Dense")!;
  const [kernel, bias] = dense.getWeights();
  const again = tf.tidy(() =>
    tf.softmax(tf.tensor2d(values, [300, 256]).matMul(kernel as tf.Tensor2D).add(bias)).dataSync()
  );
  probabilities.forEach((share, i) => assertAlmostEquals(again[i], share, 1e-4));
});

Deno.test("penultimate() leaks no tensor, and refuses a model that does not decide by a dense layer", async () => {
  const model = buildNetwork("compact", { mean: 0.13, deviation: 0.31, rng: rngFromSeed(2) });
  await penultimate(model, new Uint8Array(784));
  const before = tf.memory().numTensors;
  await penultimate(model, new Uint8Array(784));
  assertEquals(tf.memory().numTensors, before);
  const flat = tf.sequential({ layers: [tf.layers.flatten({ inputShape: [28, 28, 1] })] });
  await assertRejects(() => penultimate(flat, new Uint8Array(784)), TypeError, "no dense layer");
});
