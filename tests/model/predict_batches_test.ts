import * as tf from "@tensorflow/tfjs";
import { assert, assertAlmostEquals, assertEquals, assertRejects } from "../support/assert.ts";
import { initBackend } from "@lib/backend/backend.ts";
import { predictBatches } from "@lib/model/predict_batches.ts";
import { datasetOf, inkedDataset, pixelReader } from "../evaluate/support.ts";

await initBackend("wasm");
const model = pixelReader();
const digits = [7, 2, 1, 0, 4, 1, 4, 9, 5, 9, 0];

Deno.test("predictBatches() reads every image in order, the last, smaller batch included", async () => {
  for (const batchSize of [1, 4, 10, 11, 256]) {
    const { labels, probabilities } = await predictBatches(model, inkedDataset(digits).images, {
      batchSize,
    });
    assertEquals([...labels], digits, `batches of ${batchSize}`);
    assertEquals(probabilities.length, 10 * digits.length);
  }
});

Deno.test("predictBatches() gives the model's probabilities, of pixels 0 to 1", async () => {
  const dataset = inkedDataset(digits);
  dataset.images[7] = 51; // a fifth of the ink: logit 1, the nine others 0
  const { probabilities } = await predictBatches(model, dataset.images);
  assertAlmostEquals(probabilities[7], Math.E / (Math.E + 9), 1e-6);
  assertAlmostEquals(probabilities[0], 1 / (Math.E + 9), 1e-6);
  assertAlmostEquals(probabilities[12], Math.exp(5) / (Math.exp(5) + 9), 1e-6);
});

Deno.test("predictBatches() leaves the images as they were", async () => {
  const dataset = inkedDataset(digits);
  const before = dataset.images.slice();
  assertEquals([...(await predictBatches(model, dataset.images)).labels], digits);
  assertEquals(dataset.images, before);
});

Deno.test("predictBatches() tells after each batch how much is done", async () => {
  const heard: number[] = [];
  await predictBatches(model, inkedDataset(digits).images, {
    batchSize: 4,
    onProgress: (fraction) => heard.push(fraction),
  });
  assertEquals(heard, [4 / 11, 8 / 11, 1]);
});

Deno.test("predictBatches() of no images gives none", async () => {
  const { labels, probabilities } = await predictBatches(model, datasetOf([]).images);
  assertEquals([labels.length, probabilities.length], [0, 0]);
});

Deno.test("predictBatches() leaks no tensor, also where it fails", async () => {
  const before = tf.memory().numTensors;
  await predictBatches(model, inkedDataset(digits).images, { batchSize: 4 });
  await assertRejects(
    () => predictBatches(model, inkedDataset(digits).images, { batchSize: 0 }),
    RangeError,
  );
  assertEquals(tf.memory().numTensors, before);
});

Deno.test("predictBatches() refuses models of another shape", async () => {
  const dense = (units: number, inputShape: number[]): tf.LayersModel =>
    tf.sequential({
      layers: [tf.layers.flatten({ inputShape }), tf.layers.dense({ units })],
    });
  await assertRejects(
    () => predictBatches(dense(10, [32, 32, 3]), inkedDataset(digits).images),
    TypeError,
    "found input [batch, 32, 32, 3], wanted [batch, 28, 28, 1]",
  );
  await assertRejects(
    () => predictBatches(dense(2, [28, 28, 1]), inkedDataset(digits).images),
    TypeError,
    "found output [batch, 2], wanted [batch, 10]",
  );
});

Deno.test("predictBatches() says so where a model gives NaN", async () => {
  const broken = pixelReader();
  const weights = tf.fill([784, 10], NaN);
  broken.setWeights([weights]);
  const error = await assertRejects(
    () => predictBatches(broken, inkedDataset(digits).images),
    RangeError,
  );
  assert(error.message.includes("image 0: the model gives NaN"), error.message);
  tf.dispose(weights);
  broken.dispose();
});
