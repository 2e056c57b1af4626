import * as tf from "@tensorflow/tfjs";
import { initBackend } from "@lib/backend/backend.ts";
import { type Profile, profileNamed } from "@lib/base/profile.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { buildNetwork } from "@lib/model/networks/build_network.ts";
import { newEpoch } from "@lib/preprocess/dataset/epoch.ts";
import type { Validation } from "@lib/train/steps/validate.ts";
import { startEngine } from "@lib/train/start_engine.ts";
import { WorkerEngine, type WorkerOptions } from "@lib/train/workers/worker_engine.ts";
import {
  assert,
  assertAlmostEquals,
  assertEquals,
  assertGreater,
  assertRejects,
} from "../../support/assert.ts";
import { tinyData } from "../../support/tiny_data.ts";

await initBackend("wasm");

const validation = tinyData(101, rngFromSeed(1));
/** 25 steps of 8 images, and one of 5. */
const train = tinyData(205, rngFromSeed(2));
const stepsPerEpoch = 26;

interface Run {
  readonly losses: number[];
  readonly weights: number[];
  readonly scores: Validation;
}

function newModel(name: Profile["network"] = "compact"): tf.LayersModel {
  return buildNetwork(name, { mean: 0.2, deviation: 0.2, rng: rngFromSeed(3) });
}

function weightsOf(model: tf.LayersModel): number[] {
  return model.getWeights().flatMap((weight) => [...weight.dataSync()]);
}

/** Two epochs at a low rate: at a high one, differences in the last digit grow, most of all where they
 * decide which of two pixels is the largest of a pool. */
async function run(
  workers: number,
  { network, ...more }: Partial<WorkerOptions> & { network?: Profile["network"] } = {},
): Promise<Run> {
  const model = newModel(network);
  const options = { ...profileNamed("quick"), batchSize: 8, workers, ...more };
  const engine = startEngine(model, { train, validation }, options);
  assertEquals(engine instanceof WorkerEngine, workers > 1);
  const losses: number[] = [];
  try {
    for (const number of [1, 2]) {
      const epoch = newEpoch(train.size, rngFromSeed(number));
      const learningRates = new Float64Array(stepsPerEpoch).fill(5e-4);
      for await (const loss of engine.take({ epoch, firstStep: 0, learningRates })) {
        losses.push(loss);
      }
    }
    const scores = await engine.validate();
    engine.updateModel();
    return { losses, scores, weights: weightsOf(model) };
  } finally {
    await engine.dispose();
    model.dispose();
  }
}

/** A network without batch normalisation: that of a single image doubles every difference. */
function plainModel(): tf.LayersModel {
  const { layers: L } = tf;
  const seed = 5;
  const kernelInitializer = tf.initializers.heNormal({ seed });
  return tf.sequential({
    layers: [
      L.conv2d({
        ...{ inputShape: [28, 28, 1], filters: 4, kernelSize: 3, activation: "relu" },
        kernelInitializer,
      }),
      L.maxPooling2d({ poolSize: 2 }),
      L.conv2d({ filters: 8, kernelSize: 3, useBias: false, kernelInitializer }),
      L.flatten(),
      L.dense({ units: 10, kernelInitializer }),
      L.softmax(),
    ],
  });
}

function assertAlike(found: Run, wanted: Run): void {
  assertEquals(found.losses.length, wanted.losses.length);
  found.losses.forEach((loss, i) => assertAlmostEquals(loss, wanted.losses[i], 1e-4, `step ${i}`));
  assertAlmostEquals(found.scores.loss, wanted.scores.loss, 1e-3);
  assertAlmostEquals(found.scores.accuracy, wanted.scores.accuracy, 0.011);
  found.weights.forEach((weight, i) => assertAlmostEquals(weight, wanted.weights[i], 1e-3));
}

Deno.test("two and three workers train as one does: 52 steps, shares that differ", async () => {
  const alone = await run(1);
  assertEquals(alone.losses.length, 2 * stepsPerEpoch);
  for (const workers of [2, 3]) assertAlike(await run(workers), alone);
});

Deno.test("workers without an image of a small batch have no part in it", async () => {
  const few = { train: tinyData(9, rngFromSeed(5)), validation };
  for (const build of [plainModel, newModel]) {
    const epoch = newEpoch(9, rngFromSeed(1));
    const learningRates = new Float64Array(2).fill(0.01);
    const runs = [];
    for (const workers of [1, 3]) {
      const model = build();
      const engine = startEngine(model, few, { ...profileNamed("quick"), batchSize: 8, workers });
      const steps = { epoch, firstStep: 0, learningRates };
      const losses = await Array.fromAsync(engine.take(steps));
      await engine.dispose();
      runs.push({ losses, weights: build === plainModel ? weightsOf(model) : [] });
      model.dispose();
    }
    const [alone, together] = runs;
    together.losses.forEach((loss, i) => assertAlmostEquals(loss, alone.losses[i], 1e-4));
    together.weights.forEach((weight, i) => assertAlmostEquals(weight, alone.weights[i], 1e-5));
  }
});

Deno.test("workers train as one does with averages, interpolated images and the deep network", async () => {
  const averageDecay = 0.9;
  assertAlike(await run(2, { averageDecay }), await run(1, { averageDecay }));
  const augmentation = { shift: 2, rotation: 12, scale: 0.12, shear: 0.15, group: 1 };
  const deep = { network: "deep", augmentation } as const;
  assertAlike(await run(2, deep), await run(1, deep));
});

Deno.test("the same number of workers gives the same bits", async () => {
  const [first, second] = [await run(2), await run(2)];
  assert(first.weights.every((weight, i) => weight === second.weights[i]));
  assertEquals([first.losses, first.scores], [second.losses, second.scores]);
});

Deno.test("workers stop together where they are told to, and go on from there", async () => {
  const model = newModel();
  const options = { ...profileNamed("quick"), batchSize: 8, workers: 2 };
  const many = tinyData(8_000, rngFromSeed(4));
  const engine = startEngine(model, { train: many, validation }, options);
  const epoch = newEpoch(many.size, rngFromSeed(1));
  const learningRates = new Float64Array(1_000).fill(0.01);
  const take = (firstStep: number): AsyncGenerator<number> =>
    engine.take({ epoch, firstStep, learningRates });
  let firstStep = 0;
  for await (const loss of take(firstStep)) {
    assert(Number.isFinite(loss));
    if (firstStep++ === 3) engine.stop();
  }
  assertGreater(firstStep, 3);
  assert(firstStep < 1_000, `${firstStep} steps`);
  const state = await engine.state();
  await engine.restore(state); // as a resumed run does
  for await (const _ of take(firstStep)) if (firstStep++ > 900) break;
  engine.updateModel();
  const left = weightsOf(model);
  await new Promise((resolve) => setTimeout(resolve, 20));
  engine.updateModel();
  assertEquals(weightsOf(model), left);
  await engine.dispose();
  model.dispose();
});

Deno.test("workers do not wait for a slow caller, who gets every loss all the same", async () => {
  const model = newModel();
  const many = tinyData(4_000, rngFromSeed(4));
  const options = { ...profileNamed("quick"), batchSize: 8, workers: 2 };
  const engine = startEngine(model, { train: many, validation }, options);
  const epoch = newEpoch(many.size, rngFromSeed(1));
  const learningRates = new Float64Array(500).fill(0.01);
  let count = 0;
  for await (const loss of engine.take({ epoch, firstStep: 0, learningRates })) {
    assert(loss > 0);
    if (count++ === 0) await new Promise((resolve) => setTimeout(resolve, 500));
  }
  assertEquals(count, 500);
  await engine.dispose();
  model.dispose();
});

Deno.test("a worker that fails ends the steps with an error that tells why", async () => {
  const labels = train.labels.slice();
  labels[150] = 200;
  const model = newModel();
  const options = { ...profileNamed("quick"), batchSize: 8, workers: 2 };
  const data = { train: { ...train, labels }, validation };
  const engine = startEngine(model, data, options);
  const epoch = newEpoch(train.size, rngFromSeed(1));
  const learningRates = new Float64Array(stepsPerEpoch).fill(0.01);
  const steps = (): Promise<number[]> =>
    Array.fromAsync(engine.take({ epoch, firstStep: 0, learningRates }));
  const message = /worker [12] of 2 failed: Cannot learn label 200/;
  const error = await assertRejects(steps, Error, "Cannot go on training: worker");
  assert(message.test((error as Error).message), (error as Error).message);
  await assertRejects(steps, Error, "Cannot learn label 200");
  const before = weightsOf(model);
  await engine.dispose();
  assertEquals(weightsOf(model), before);
  model.dispose();
});

Deno.test("a batch that no worker has room for is refused", async () => {
  const options = { batchSize: 10_000_000, workers: 2 };
  await assertRejects(() => run(2, options), Error, "needs more than a gigabyte for each worker");
});
