import { assertEquals, assertRejects } from "../support/assert.ts";
import { tinyData } from "../support/tiny_data.ts";
import * as tf from "@tensorflow/tfjs";
import { initBackend } from "@lib/backend/backend.ts";
import { profileNamed } from "@lib/base/profile.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { trainingObjective } from "@lib/tune/training_objective.ts";

await initBackend("wasm");

const [forTrain, forValidation] = [0, 1].map((part) => rngFromSeed(1).fork(part));
const data = { train: tinyData(100, forTrain), validation: tinyData(50, forValidation) };
const profile = { ...profileNamed("smoke"), epochs: 3 };

Deno.test("trainingObjective() scores each epoch, the same each time, and does what the settings say", async () => {
  const objective = trainingObjective(data, { profile });
  const run = async (settings: Parameters<typeof objective>[0]): Promise<number[]> => {
    const scores = await Array.fromAsync(objective(settings));
    return scores.map(({ validationLoss }) => validationLoss);
  };
  const usual = await run({});
  assertEquals(usual.length, 3);
  assertEquals(await run({}), usual);
  assertEquals((await run({ epochs: 2 })).length, 2);
  const others = [
    { learningRate: 0.05 },
    { batchSize: 20 },
    { momentum: 0.5 },
    { weightDecay: 0.1 },
    { labelSmoothing: 0.4 },
    { augmentation: 3 },
    { network: "deep" },
    { width: 0.5 },
    { optimiser: "adam" },
  ] as const;
  for (const settings of others) {
    assertEquals((await run(settings))[2] === usual[2], false, JSON.stringify(settings));
  }
});

Deno.test("trainingObjective() frees its network when it is stopped, diverges, or is interrupted", async () => {
  const before = tf.memory().numTensors;
  const objective = trainingObjective(data, { profile });
  for await (const { validationAccuracy } of objective({})) {
    assertEquals(validationAccuracy >= 0, true);
    break;
  }
  assertEquals(tf.memory().numTensors, before);
  assertEquals(await Array.fromAsync(objective({ learningRate: 1e20 })), [
    { validationAccuracy: 0.1, validationLoss: Infinity },
  ]);
  assertEquals(tf.memory().numTensors, before);
  const signal = AbortSignal.abort(new Error("enough"));
  const stopped = trainingObjective(data, { profile, signal });
  await assertRejects(() => Array.fromAsync(stopped({})), Error, "enough");
  assertEquals(tf.memory().numTensors, before);
});
