import {
  assert,
  assertEquals,
  assertGreater,
  assertLess,
  assertRejects,
} from "../support/assert.ts";
import { tinyData } from "../support/tiny_data.ts";
import { withFolder } from "../support/with_folder.ts";
import * as tf from "@tensorflow/tfjs";
import { initBackend } from "@lib/backend/backend.ts";
import { profileNamed } from "@lib/base/profile.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { buildNetwork } from "@lib/model/networks/build_network.ts";
import { loadModel } from "@lib/model/load_model.ts";
import { DivergedError } from "@lib/train/diverged_error.ts";
import { fit } from "@lib/train/fit.ts";
import type { FitOptions } from "@lib/train/fit_options.ts";
import type { EpochMetrics, Metrics, StepMetrics } from "@lib/train/metrics.ts";
import { validate } from "@lib/train/steps/validate.ts";
import { logitsModel } from "@lib/model/logits_model.ts";

await initBackend("wasm");

const [forTrain, forValidation] = [0, 1].map((part) => rngFromSeed(1).fork(part));
const data = { train: tinyData(100, forTrain), validation: tinyData(50, forValidation) };

function newModel(): tf.LayersModel {
  return buildNetwork("compact", { mean: 0.2, deviation: 0.2, rng: rngFromSeed(2) });
}

function options(more: Partial<FitOptions> = {}): FitOptions {
  return { ...profileNamed("smoke"), epochs: 2, rng: rngFromSeed(3), ...more };
}

function weightsOf(model: tf.LayersModel): number[] {
  return model.getWeights().flatMap((weight) => [...weight.dataSync()]);
}

async function train(
  more: Partial<FitOptions> = {},
): Promise<{ weights: number[]; metrics: Metrics[] }> {
  const model = newModel();
  const metrics = await Array.fromAsync(fit(model, data, options(more)));
  const weights = weightsOf(model);
  model.dispose();
  return { weights, metrics };
}

function stepsOf(metrics: Metrics[]): StepMetrics[] {
  return metrics.filter((each) => each.kind === "step");
}

function epochsOf(metrics: Metrics[]): EpochMetrics[] {
  return metrics.filter((each) => each.kind === "epoch");
}

Deno.test("fit() learns: the loss falls and the validation accuracy rises", async () => {
  const epochs = epochsOf((await train({ epochs: 8 })).metrics);
  assertLess(epochs[7].loss, 0.8 * epochs[0].loss);
  assertGreater(epochs[7].validationAccuracy, 0.95);
});

Deno.test("fit() tells every step, the smaller last batch too, and every epoch", async () => {
  const { metrics } = await train();
  assertEquals(stepsOf(metrics).map(({ step }) => step), [1, 2, 3, 4, 5, 6, 7, 8]);
  assertEquals(epochsOf(metrics).map(({ epoch, step }) => [epoch, step]), [[1, 4], [2, 8]]);
  assert(metrics.every(({ steps, epochs }) => steps === 8 && epochs === 2));
  const left = stepsOf(metrics).map(({ secondsLeft }) => secondsLeft);
  assertEquals([left[0], left.at(-1)], [undefined, 0]);
  assert(left.slice(1, -1).every((seconds) => seconds! > 0));
});

Deno.test("fit() weighs an epoch's loss by images, not by batches", async () => {
  const { metrics } = await train({ epochs: 1 });
  const losses = stepsOf(metrics).map(({ loss }) => loss);
  const expected = (32 * (losses[0] + losses[1] + losses[2]) + 4 * losses[3]) / 100;
  assertLess(Math.abs(epochsOf(metrics)[0].loss - expected), 1e-12);
});

Deno.test("fit() gives the same weights for the same seed, others for another", async () => {
  const first = await train();
  assertEquals((await train()).weights, first.weights);
  assert((await train({ rng: rngFromSeed(4) })).weights.some((w, i) => w !== first.weights[i]));
});

Deno.test("fit() interrupted in mid-epoch and resumed ends with the same weights", async () => {
  for (const more of [{}, { averageDecay: 0.9 }]) {
    await withFolder(async (folder) => {
      const expected = await train(more);
      const controller = new AbortController();
      const interrupted = newModel();
      const reason = new Error("stopped by the test");
      await assertRejects(
        async () => {
          const run = fit(
            interrupted,
            data,
            options({ ...more, folder, signal: controller.signal }),
          );
          for await (const { step } of run) if (step === 6) controller.abort(reason);
        },
        Error,
        "stopped by the test",
      );
      const { weights, metrics } = await train({ ...more, folder, resume: true });
      assertEquals(stepsOf(metrics).map(({ step }) => step), [7, 8]);
      assertEquals(weights, expected.weights);
      assertEquals(epochsOf(metrics)[0].loss, epochsOf(expected.metrics)[1].loss);
      interrupted.dispose();
    });
  }
});

Deno.test("fit() refuses to resume with other settings, or without a checkpoint", () =>
  withFolder(async (folder) => {
    await assertRejects(() => train({ folder, resume: true }), Error, "Cannot resume: found no");
    await train({ folder });
    await assertRejects(() => train({ folder, resume: true, epochs: 3 }), Error, '"epochs":2');
    await assertRejects(
      () => train({ folder, resume: true, rng: rngFromSeed(9) }),
      Error,
      "randomness",
    );
    await assertRejects(() => train({ resume: true }), RangeError, "without a folder");
  }));

Deno.test("fit() keeps the model of the best epoch in the folder", () =>
  withFolder(async (folder) => {
    const { metrics } = await train({ epochs: 4, folder });
    const best = await loadModel(folder);
    const { accuracy } = await validate(logitsModel(best), data.validation);
    const accuracies = epochsOf(metrics).map(({ validationAccuracy }) => validationAccuracy);
    assertEquals(accuracy, Math.max(...accuracies));
    assertEquals(epochsOf(metrics).map(({ isBest }) => isBest), isRecord(accuracies));
    best.dispose();
  }));

Deno.test("fit() ends with the averaged weights where an average is kept", async () => {
  const plain = await train();
  const averaged = await train({ averageDecay: 0.99 });
  assert(averaged.weights.some((weight, index) => weight !== plain.weights[index]));
  assertEquals(
    stepsOf(averaged.metrics).map(({ loss }) => loss),
    stepsOf(plain.metrics).map(({ loss }) => loss),
  );
});

Deno.test("fit() leaks no tensors, step by step and in all", async () => {
  const model = newModel();
  const before = tf.memory().numTensors;
  const counts = new Set<number>();
  for await (const { step } of fit(model, data, options({ averageDecay: 0.9 }))) {
    if (step > 1) counts.add(tf.memory().numTensors);
  }
  assertEquals(counts.size, 1, `tensors: ${[...counts]}`);
  assertEquals(tf.memory().numTensors, before);
  model.dispose();
});

Deno.test("fit() frees its tensors when the caller stops listening", async () => {
  const model = newModel();
  const before = tf.memory().numTensors;
  for await (const { step } of fit(model, data, options())) if (step === 2) break;
  assertEquals(tf.memory().numTensors, before);
  model.dispose();
});

Deno.test("fit() stops with a DivergedError when the loss is no number", async () => {
  const more = { learningRate: 1e20, schedule: { kind: "constant" } } as const;
  await assertRejects(() => train(more), DivergedError, "Lower the learning rate");
});

Deno.test("fit() refuses nothing to train on and senseless numbers", async () => {
  const none = { ...data, train: { images: new Uint8Array(), labels: new Uint8Array(), size: 0 } };
  const model = newModel();
  await assertRejects(() => Array.fromAsync(fit(model, none, options())), RangeError, "0 images");
  await assertRejects(() => train({ epochs: 0 }), RangeError, "epochs 0");
  await assertRejects(() => train({ batchSize: 1.5 }), RangeError, "batchSize 1.5");
  await assertRejects(() => train({ learningRate: 0 }), RangeError, "learningRate 0");
  model.dispose();
});

Deno.test("fit() lets timers run while it computes", async () => {
  let ticks = 0;
  const timer = setInterval(() => ticks++, 1);
  await train({ epochs: 60 });
  clearInterval(timer);
  assertGreater(ticks, 1);
});

function isRecord(values: number[]): boolean[] {
  return values.map((value, index) => value > Math.max(-1, ...values.slice(0, index)));
}
