import * as tf from "@tensorflow/tfjs";
import { type BackendName, initBackend } from "@lib/backend/backend.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { buildNetwork } from "@lib/model/build_network.ts";
import { orderedBatches } from "@lib/preprocess/batches.ts";
import { Trainer } from "@lib/train/trainer.ts";
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "../support/assert.ts";
import { tinyData } from "../support/tiny_data.ts";

const options = {
  ...{ batchSize: 16, labelSmoothing: 0.1 },
  ...{ momentum: 0.9, nesterov: true, weightDecay: 5e-4 },
};
const data = tinyData(40, rngFromSeed(1));

function weightsOf(model: tf.LayersModel): number[] {
  return model.getWeights().flatMap((weight) => [...weight.dataSync()]);
}

interface Run {
  readonly losses: number[];
  readonly weights: number[];
  readonly velocities: number[];
  /** Whether the model had its old weights until it was given the new ones. */
  readonly hasPlan: boolean;
}

/** Three steps, of 16, 16 and 8 images. */
async function train(backend: BackendName): Promise<Run> {
  await initBackend(backend);
  const model = buildNetwork("compact", { mean: 0.2, deviation: 0.2, rng: rngFromSeed(2) });
  const before = weightsOf(model);
  const trainer = new Trainer(model, options);
  const losses: number[] = [];
  for (const batch of orderedBatches(data, 16)) losses.push(await trainer.step(batch, 0.05));
  const hasPlan = weightsOf(model).every((weight, index) => weight === before[index]);
  trainer.updateModel();
  const velocities = trainer.velocities().flatMap((velocity) => [...velocity]);
  trainer.dispose();
  const weights = weightsOf(model);
  model.dispose();
  return { losses, weights, velocities, hasPlan };
}

Deno.test("Trainer has a plan on wasm and agrees with the tape on cpu", async () => {
  const fast = await train("wasm");
  const slow = await train("cpu");
  assertEquals([fast.hasPlan, slow.hasPlan], [true, false]);
  for (const what of ["losses", "weights", "velocities"] as const) {
    assertEquals(fast[what].length, slow[what].length);
    fast[what].forEach((value, i) => assertAlmostEquals(value, slow[what][i], 2e-4));
  }
});

Deno.test("Trainer trains a model that no plan takes, on the tape", async () => {
  await initBackend("wasm");
  const { layers: L } = tf;
  const model = tf.sequential({
    layers: [
      L.flatten({ inputShape: [28, 28, 1] }),
      L.dense({ units: 10, activation: "tanh" }),
      L.softmax(),
    ],
  });
  const trainer = new Trainer(model, options);
  const before = weightsOf(model);
  for (const batch of orderedBatches(data, 16)) await trainer.step(batch, 0.05);
  assert(weightsOf(model).some((weight, index) => weight !== before[index]));
  trainer.dispose();
  model.dispose();
});

Deno.test("Trainer.restore() refuses velocities that do not fit", async () => {
  for (const backend of ["wasm", "cpu"] as const) {
    await initBackend(backend);
    const model = buildNetwork("compact", { mean: 0.2, deviation: 0.2, rng: rngFromSeed(2) });
    const trainer = new Trainer(model, options);
    const [first, ...rest] = trainer.velocities();
    trainer.restore([first, ...rest]);
    assertThrows(() => trainer.restore(rest), RangeError, "wanted 72");
    assertThrows(() => trainer.restore([first]), RangeError, "found 0 values");
    trainer.dispose();
    model.dispose();
  }
});
