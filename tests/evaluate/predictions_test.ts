import * as tf from "@tensorflow/tfjs";
import { assert, assertAlmostEquals, assertEquals, assertRejects } from "../support/assert.ts";
import { initBackend } from "@lib/backend/backend.ts";
import { predictAll } from "@lib/evaluate/predictions.ts";
import { datasetOf, inkedDataset, pixelReader } from "./support.ts";

await initBackend("wasm");
const model = pixelReader();
const digits = [7, 2, 1, 0, 4, 1, 4, 9, 5, 9, 0];

Deno.test("predictAll() reads every image in order, the last, smaller batch included", async () => {
  for (const batchSize of [1, 4, 10, 11, 256]) {
    const { labels, probabilities } = await predictAll(model, inkedDataset(digits), batchSize);
    assertEquals([...labels], digits, `batches of ${batchSize}`);
    assertEquals(probabilities.length, 10 * digits.length);
  }
});

Deno.test("predictAll() gives the model's probabilities, of pixels 0 to 1", async () => {
  const dataset = inkedDataset(digits);
  dataset.images[7] = 51; // a fifth of the ink: logit 1, the nine others 0
  const { probabilities } = await predictAll(model, dataset);
  assertAlmostEquals(probabilities[7], Math.E / (Math.E + 9), 1e-6);
  assertAlmostEquals(probabilities[0], 1 / (Math.E + 9), 1e-6);
  assertAlmostEquals(probabilities[12], Math.exp(5) / (Math.exp(5) + 9), 1e-6);
});

Deno.test("predictAll() does not look at the labels and leaves the images as they were", async () => {
  const dataset = inkedDataset(digits, digits.map(() => 3));
  const before = dataset.images.slice();
  assertEquals([...(await predictAll(model, dataset)).labels], digits);
  assertEquals(dataset.images, before);
});

Deno.test("predictAll() tells after each batch how much is done", async () => {
  const heard: number[] = [];
  await predictAll(model, inkedDataset(digits), 4, (fraction) => heard.push(fraction));
  assertEquals(heard, [4 / 11, 8 / 11, 1]);
});

Deno.test("predictAll() of no images gives none", async () => {
  const { labels, probabilities } = await predictAll(model, datasetOf([]));
  assertEquals([labels.length, probabilities.length], [0, 0]);
});

Deno.test("predictAll() leaks no tensor, also where it fails", async () => {
  const before = tf.memory().numTensors;
  await predictAll(model, inkedDataset(digits), 4);
  await assertRejects(() => predictAll(model, inkedDataset(digits), 0), RangeError);
  assertEquals(tf.memory().numTensors, before);
});

Deno.test("predictAll() refuses models of another shape", async () => {
  const dense = (units: number, inputShape: number[]): tf.LayersModel =>
    tf.sequential({
      layers: [tf.layers.flatten({ inputShape }), tf.layers.dense({ units })],
    });
  await assertRejects(
    () => predictAll(dense(10, [32, 32, 3]), inkedDataset(digits)),
    TypeError,
    "found input [batch, 32, 32, 3], wanted [batch, 28, 28, 1]",
  );
  await assertRejects(
    () => predictAll(dense(2, [28, 28, 1]), inkedDataset(digits)),
    TypeError,
    "found output [batch, 2], wanted [batch, 10]",
  );
});

Deno.test("predictAll() says so where a model gives NaN", async () => {
  const broken = pixelReader();
  const weights = tf.fill([784, 10], NaN);
  broken.setWeights([weights]);
  const error = await assertRejects(() => predictAll(broken, inkedDataset(digits)), RangeError);
  assert(error.message.includes("image 0: found NaN"), error.message);
  tf.dispose(weights);
  broken.dispose();
});
