import * as tf from "@tensorflow/tfjs";
import { type BackendName, initBackend } from "@lib/backend/backend.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { buildNetwork } from "@lib/model/networks/build_network.ts";
import { logitsModel } from "@lib/model/logits_model.ts";
import type { EpochSteps } from "@lib/train/steps/step_engine.ts";
import { startEngine } from "@lib/train/start_engine.ts";
import { asEvaluated } from "@lib/train/steps/averaged_weights.ts";
import { workersFor } from "@lib/train/workers/workers_for.ts";
import { TapeEngine } from "@lib/train/steps/tape_engine.ts";
import { validate } from "@lib/train/steps/validate.ts";
import {
  assert,
  assertAlmostEquals,
  assertEquals,
  assertRejects,
  assertThrows,
} from "../support/assert.ts";
import { tinyData } from "../support/tiny_data.ts";

const options = {
  ...{ batchSize: 16, labelSmoothing: 0.1, workers: 1 },
  ...{ momentum: 0.9, nesterov: true, weightDecay: 5e-4 },
  augmentation: { shift: 1, rotation: 0, scale: 0, group: 8 },
};
const data = { train: tinyData(40, rngFromSeed(1)), validation: tinyData(25, rngFromSeed(2)) };
/** Three steps, of 16, 16 and 8 images. */
const threeSteps: EpochSteps = {
  epoch: { order: Uint32Array.from({ length: 40 }, (_, i) => i), seed: 1 },
  firstStep: 0,
  learningRates: new Float64Array(3).fill(0.02),
};

function newModel(): tf.LayersModel {
  return buildNetwork("compact", { mean: 0.2, deviation: 0.2, rng: rngFromSeed(2) });
}

function weightsOf(model: tf.LayersModel): number[] {
  return model.getWeights().flatMap((weight) => [...weight.dataSync()]);
}

interface Run {
  readonly losses: number[];
  readonly weights: number[];
  readonly velocities: number[];
  readonly averages: number[];
  /** Loss and accuracy. */
  readonly scores: number[];
  /** Whether the model had its old weights until it was given the new ones. */
  readonly hasPlan: boolean;
}

async function train(backend: BackendName, workers = 1): Promise<Run> {
  await initBackend(backend);
  const model = newModel();
  const before = weightsOf(model);
  const engine = startEngine(model, data, { ...options, workers, averageDecay: 0.5 });
  const losses = await Array.fromAsync(engine.take(threeSteps));
  const hasPlan = weightsOf(model).every((weight, index) => weight === before[index]);
  const scores = Object.values(await engine.validate());
  engine.updateModel();
  const weights = weightsOf(model);
  const { velocities, averages } = await engine.state();
  await asEvaluated(model, engine, async () => {
    assertEquals(weightsOf(model), averages.flatMap((average) => [...average]));
    assertEquals(Object.values(await validate(logitsModel(model), data.validation)), scores);
  });
  assertEquals(weightsOf(model), weights);
  await engine.dispose();
  model.dispose();
  const flat = (arrays: readonly Float32Array[]): number[] => arrays.flatMap((each) => [...each]);
  return {
    ...{ losses, weights, scores, hasPlan },
    ...{ velocities: flat(velocities), averages: flat(averages) },
  };
}

Deno.test("startEngine() has a plan on wasm and agrees with the tape on cpu", async () => {
  const fast = await train("wasm");
  const slow = await train("cpu");
  assertEquals([fast.hasPlan, slow.hasPlan], [true, false]);
  for (const what of ["losses", "weights", "velocities", "averages", "scores"] as const) {
    assertEquals(fast[what].length, slow[what].length);
    fast[what].forEach((value, i) => assertAlmostEquals(value, slow[what][i], 2e-4, what));
  }
});

Deno.test("startEngine() trains a model that no plan takes, on the tape and one core", async () => {
  await initBackend("wasm");
  const { layers: L } = tf;
  const model = tf.sequential({
    layers: [
      L.flatten({ inputShape: [28, 28, 1] }),
      L.dense({ units: 10, activation: "tanh" }),
      L.softmax(),
    ],
  });
  const engine = startEngine(model, data, { ...options, workers: 2 });
  assert(engine instanceof TapeEngine);
  const before = weightsOf(model);
  assertEquals((await Array.fromAsync(engine.take(threeSteps))).length, 3);
  assert(weightsOf(model).some((weight, index) => weight !== before[index]));
  await engine.dispose();
  model.dispose();
});

Deno.test("startEngine() refuses Adam where no plan can be made", async () => {
  await initBackend("cpu");
  const model = newModel();
  assertThrows(
    () => startEngine(model, data, { ...options, optimiser: "adam" }),
    TypeError,
    'Cannot train model "compact" on cpu by adam: only plans do',
  );
  model.dispose();
});

Deno.test("StepEngine.take() goes on from a step, and ends where it is stopped", async () => {
  for (const backend of ["wasm", "cpu"] as const) {
    await initBackend(backend);
    const model = newModel();
    const engine = startEngine(model, data, options);
    let count = 0;
    for await (const _ of engine.take({ ...threeSteps, firstStep: 1 })) {
      count++;
      engine.stop();
    }
    assertEquals(count, 1);
    await engine.dispose();
    model.dispose();
  }
});

Deno.test("StepEngine.restore() refuses velocities that do not fit", async () => {
  for (const backend of ["wasm", "cpu"] as const) {
    await initBackend(backend);
    const model = newModel();
    const engine = startEngine(model, data, options);
    const state = await engine.state();
    const [first, ...rest] = state.velocities;
    await engine.restore(state);
    const wrong = (velocities: readonly Float32Array[]): Promise<void> =>
      engine.restore({ ...state, velocities });
    await assertRejects(() => wrong(rest), RangeError, "wanted 72");
    await assertRejects(() => wrong([first]), RangeError, "found 0 values");
    await engine.dispose();
    model.dispose();
  }
});

Deno.test("workersFor() gives as many as were asked for where there is a plan, else one", async () => {
  const model = newModel();
  await initBackend("wasm");
  assertEquals([1, 2, 7].map((count) => workersFor(model, count)), [1, 2, 7]);
  await initBackend("cpu");
  assertEquals(workersFor(model, 7), 1);
  for (const count of [0, 1.5, NaN]) {
    assertThrows(() => workersFor(model, count), RangeError, `train with ${count} workers`);
  }
  model.dispose();
});
