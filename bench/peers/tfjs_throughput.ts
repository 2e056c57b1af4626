import * as tf from "@tensorflow/tfjs";
import "@tensorflow/tfjs-backend-wasm";
import { rngFromSeed } from "@lib/base/rng.ts";
import { oneHot } from "@lib/preprocess/dataset/one_hot.ts";
import { medianTime } from "../median_time.ts";
import { buildBenchNetwork, randomBatch } from "../networks.ts";
import { taskOf } from "./task_of.ts";

const { task, network, batch } = taskOf(Deno.args);
const imagesPerSecond: Record<string, number> = {};
const reasons: string[] = [];
// Stock TensorFlow.js, without anything of lib/backend/: of its two backends, those that do the task.
for (const backend of ["wasm", "cpu"]) {
  await tf.setBackend(backend);
  // The first write of cpu would print an advertisement where the result is to stand.
  if (backend === "cpu") (tf.backend() as unknown as { firstUse: boolean }).firstUse = false;
  try {
    const time = await medianTime(stepOf(buildBenchNetwork(network)), { seconds: 5 });
    imagesPerSecond[`its ${backend} backend`] = Math.round(1000 * batch / time);
  } catch (error) {
    reasons.push(`its ${backend} backend: ${(error as Error).message.split("\n")[0]}`);
  }
}
await Deno.stdout.write(
  new TextEncoder().encode(
    JSON.stringify({ peer: `stock TensorFlow.js ${tf.version_core}`, imagesPerSecond, reasons }),
  ),
);

function stepOf(model: tf.Sequential): () => Promise<unknown> {
  const { images, labels } = randomBatch(model, batch, rngFromSeed(1));
  if (task === "predict") {
    return async () => {
      const answer = model.predictOnBatch(images) as tf.Tensor;
      const values = await answer.data();
      answer.dispose();
      return values;
    };
  }
  const targets = tf.tensor2d(oneHot(labels), [batch, 10]);
  model.compile({ optimizer: tf.train.momentum(0.01, 0.9), loss: "categoricalCrossentropy" });
  return () => model.trainOnBatch(images, targets);
}
