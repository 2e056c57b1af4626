import * as tf from "@tensorflow/tfjs";
import { type BackendName, initBackend } from "@lib/backend/backend.ts";
import { profileNamed } from "@lib/base/profile.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { buildNetwork } from "@lib/model/networks/build_network.ts";
import { loadModel } from "@lib/model/load_model.ts";
import { fit } from "@lib/train/fit.ts";
import { timeStep } from "@lib/train/time_step.ts";
import { assertAlmostEquals, assertEquals, assertLess } from "../support/assert.ts";
import { tinyData } from "../support/tiny_data.ts";
import { withFolder } from "../support/with_folder.ts";

// One in software will do.
const adapter = await navigator.gpu?.requestAdapter().catch(() => null);

const [forTrain, forValidation] = [0, 1].map((part) => rngFromSeed(1).fork(part));
const data = { train: tinyData(80, forTrain), validation: tinyData(20, forValidation) };

/** Trains for five steps and keeps the model in the folder; the losses. */
async function train(name: BackendName, folder: string): Promise<number[]> {
  await initBackend(name);
  const model = buildNetwork("compact", { mean: 0.2, deviation: 0.2, rng: rngFromSeed(2) });
  const options = { ...profileNamed("smoke"), epochs: 1, batchSize: 16, averageDecay: 0.5, folder };
  const losses: number[] = [];
  for await (const metrics of fit(model, data, { ...options, rng: rngFromSeed(3) })) {
    if (metrics.kind === "step") losses.push(metrics.loss);
  }
  model.dispose();
  return losses;
}

/** What the model in the folder says of five images. */
async function predict(name: BackendName, folder: string): Promise<number[]> {
  await initBackend(name);
  const model = await loadModel(folder);
  const pixels = Float32Array.from(tinyData(5, rngFromSeed(4)).images, (byte) => byte / 255);
  const predicted = tf.tidy(() => model.predict(tf.tensor(pixels, [5, 28, 28, 1])) as tf.Tensor);
  const probabilities = [...await predicted.data()];
  tf.dispose(predicted);
  model.dispose();
  return probabilities;
}

Deno.test({
  name: adapter
    ? "fit() and predict() do on webgpu what they do on wasm"
    : "fit() and predict() on webgpu: skipped, there is no graphics adapter",
  ignore: !adapter,
  fn: () =>
    withFolder(async (folder) => {
      const found = await train("webgpu", folder);
      assertLess(found[4], 0.8 * found[0]);
      const probabilities = await predict("webgpu", folder);
      const wanted = await predict("wasm", folder);
      assertEquals(probabilities.length, 50);
      probabilities.forEach((each, i) => assertAlmostEquals(each, wanted[i], 1e-4));
      const [first] = await train("wasm", folder);
      assertAlmostEquals(found[0], first, 1e-3);
    }),
});

Deno.test({
  name: adapter
    ? "timeStep() tells nothing on webgpu, which has no plans"
    : "timeStep() on webgpu: skipped, there is no graphics adapter",
  ignore: !adapter,
  async fn(): Promise<void> {
    await initBackend("webgpu");
    const model = buildNetwork("compact", { mean: 0.2, deviation: 0.2, rng: rngFromSeed(2) });
    const options = { ...profileNamed("smoke"), rng: rngFromSeed(3) };
    assertEquals(await timeStep(model, data.train, options), undefined);
    model.dispose();
  },
});
