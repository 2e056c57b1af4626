import * as tf from "@tensorflow/tfjs";
import { assert, assertEquals, assertRejects } from "../support/assert.ts";
import { initBackend } from "@lib/backend/backend.ts";
import { predictBatches } from "@lib/model/predict_batches.ts";
import { predictOnCores } from "@lib/model/predict_on_cores.ts";
import { predictShare } from "@lib/model/predict_share.ts";
import { datasetOf, inkedDataset, pixelReader } from "../evaluate/support.ts";

await initBackend("wasm");

const { images } = inkedDataset(Array.from({ length: 1000 }, (_, i) => i % 7));

Deno.test("predictOnCores() says the same as one core, and how far it is", async () => {
  const model = pixelReader();
  const alone = await predictBatches(model, images);
  const heard: number[] = [];
  for (const cores of [1, 2, 3]) {
    const together = await predictOnCores(model, images, {
      cores,
      onProgress: (fraction) => heard.push(fraction),
    });
    assertEquals(together, alone, `${cores} cores`);
  }
  assertEquals(await predictOnCores(model, images), alone);
  assert(heard.every((fraction) => fraction > 0 && fraction <= 1));
  model.dispose();
});

Deno.test("predictShare() takes what is left, and nothing that another has taken", async () => {
  const model = pixelReader();
  const size = images.length / 784;
  const shared = {
    images: new Uint8Array(new SharedArrayBuffer(images.length)),
    labels: new Uint8Array(new SharedArrayBuffer(size)).fill(99),
    probabilities: new Float32Array(new SharedArrayBuffer(40 * size)),
    next: new Int32Array(new SharedArrayBuffer(4)).fill(600),
  };
  shared.images.set(images);
  await predictShare(model, shared);
  const { labels, probabilities } = await predictBatches(model, images);
  model.dispose();
  assertEquals(shared.labels.slice(0, 600).every((label) => label === 99), true);
  assertEquals([...shared.labels.slice(600)], [...labels.slice(600)]);
  assertEquals([...shared.probabilities.slice(6000)], [...probabilities.slice(6000)]);
});

Deno.test("predictOnCores() fails where a core fails, and leaks no tensor", async () => {
  const model = pixelReader();
  await predictOnCores(model, images, { cores: 2 });
  const before = tf.memory().numTensors;
  await predictOnCores(model, images, { cores: 2 });
  assertEquals(tf.memory().numTensors, before);
  const weights = tf.fill([784, 10], NaN);
  model.setWeights([weights]);
  await assertRejects(
    () => predictOnCores(model, datasetOf([1, 2, 3]).images, { cores: 2 }),
    Error,
    "the model gives NaN",
  );
  tf.dispose(weights);
  model.dispose();
});
