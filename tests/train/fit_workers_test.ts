import * as tf from "@tensorflow/tfjs";
import { initBackend } from "@lib/backend/backend.ts";
import { projectPath } from "@lib/base/paths.ts";
import { profileNamed } from "@lib/base/profile.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { buildNetwork } from "@lib/model/networks/build_network.ts";
import { fit } from "@lib/train/fit.ts";
import type { FitOptions } from "@lib/train/fit_options.ts";
import type { Metrics } from "@lib/train/metrics.ts";
import {
  assert,
  assertAlmostEquals,
  assertEquals,
  assertGreater,
  assertRejects,
} from "../support/assert.ts";
import { partNotices } from "../support/runtime_notices.ts";
import { tinyData } from "../support/tiny_data.ts";
import { withFolder } from "../support/with_folder.ts";

await initBackend("wasm");

const [forTrain, forValidation] = [0, 1].map((part) => rngFromSeed(1).fork(part));
const data = { train: tinyData(100, forTrain), validation: tinyData(50, forValidation) };

function newModel(): tf.LayersModel {
  return buildNetwork("compact", { mean: 0.2, deviation: 0.2, rng: rngFromSeed(2) });
}

function options(more: Partial<FitOptions>): FitOptions {
  const rate = { learningRate: 0.01 }; // at a high one, differences in the last digit grow
  return { ...profileNamed("smoke"), epochs: 2, rng: rngFromSeed(3), ...rate, ...more };
}

async function train(
  more: Partial<FitOptions>,
  given = data,
): Promise<{ weights: number[]; metrics: Metrics[] }> {
  const model = newModel();
  try {
    const metrics = await Array.fromAsync(fit(model, given, options(more)));
    return { weights: model.getWeights().flatMap((each) => [...each.dataSync()]), metrics };
  } finally {
    model.dispose();
  }
}

/** Trains in the folder until a step, then aborts. */
async function interrupt(more: Partial<FitOptions> & { folder: string }): Promise<void> {
  const controller = new AbortController();
  const model = newModel();
  const signal = controller.signal;
  const run = fit(model, data, options({ ...more, signal }));
  await assertRejects(
    async () => {
      for await (const { step } of run) if (step === 3) controller.abort(new Error("stopped here"));
    },
    Error,
    "stopped here",
  );
  model.dispose();
}

Deno.test("fit() tells the same of two workers as of one", async () => {
  const [alone, together] = [await train({ workers: 1 }), await train({ workers: 2 })];
  assertEquals(together.metrics.length, alone.metrics.length);
  for (const [i, mine] of together.metrics.entries()) {
    const { loss, ...rest } = withoutTimes(mine);
    const { loss: wanted, ...others } = withoutTimes(alone.metrics[i]);
    assertAlmostEquals(loss, wanted, 1e-4);
    assertEquals(rest, others);
  }
  together.weights.forEach((weight, i) => assertAlmostEquals(weight, alone.weights[i], 1e-3));
});

Deno.test("fit() interrupted with two workers goes on with one, and the other way round", async () => {
  const expected = await train({ workers: 1, averageDecay: 0.9 });
  for (const [first, second] of [[2, 1], [1, 2]]) {
    await withFolder(async (folder) => {
      const more = { folder, averageDecay: 0.9 };
      await interrupt({ ...more, workers: first });
      const { weights, metrics } = await train({ ...more, workers: second, resume: true });
      assertEquals(metrics.at(-1)?.step, 8);
      weights.forEach((weight, i) => assertAlmostEquals(weight, expected.weights[i], 1e-3));
    });
  }
});

Deno.test("fit() by Adam tells the same of two workers as of one, interrupted or not", async () => {
  const adam = { optimiser: "adam", learningRate: 0.001 } as const;
  const expected = await train({ ...adam, workers: 1 });
  const bySgd = await train({ learningRate: 0.001, workers: 1 });
  assert(expected.weights.some((weight, i) => Math.abs(weight - bySgd.weights[i]) > 1e-3));
  for (const workers of [1, 2]) {
    await withFolder(async (folder) => {
      await interrupt({ ...adam, folder, workers });
      const { weights } = await train({ ...adam, folder, workers: 3 - workers, resume: true });
      weights.forEach((weight, i) => assertAlmostEquals(weight, expected.weights[i], 1e-3));
    });
  }
});

Deno.test("fit() ends with an error when a worker fails, and its last checkpoint is good", () =>
  withFolder(async (folder) => {
    const settings = { workers: 2, epochs: 9 };
    const expected = await train(settings);
    await interrupt({ folder, ...settings });
    const labels = data.train.labels.slice().fill(200);
    const broken = { ...data, train: { ...data.train, labels } };
    const more = { folder, ...settings, resume: true };
    await assertRejects(() => train(more, broken), Error, "of 2 failed: Cannot learn label 200");
    const { weights } = await train(more);
    assert(weights.every((weight, i) => weight === expected.weights[i]));
  }));

Deno.test("fit() leaves the main thread free while workers train, and leaks no tensors", async () => {
  const model = newModel();
  const before = tf.memory().numTensors;
  let ticks = 0;
  const timer = setInterval(() => ticks++, 5);
  for await (const { step } of fit(model, data, options({ workers: 2, epochs: 40 }))) {
    if (step === 130) break;
  }
  clearInterval(timer);
  assertGreater(ticks, 3);
  assertEquals(tf.memory().numTensors, before);
  model.dispose();
});

Deno.test("fit() refuses a number of workers that makes no sense", async () => {
  for (const workers of [0, -1, 1.5, NaN]) {
    await assertRejects(() => train({ workers }), RangeError, `train with ${workers} workers`);
  }
});

Deno.test("fit() leaves no worker behind, whichever way it ends", async () => {
  const script = projectPath("tests", "train", "fit_ways_to_end.ts");
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "--quiet", "--no-check", `--allow-read=${projectPath()}`, script],
    env: { NO_COLOR: "1" },
    stdin: "null",
  });
  const { code, stdout, stderr } = await child.output(); // would not return while a worker waits
  const [text, complaint] = [stdout, stderr].map((bytes) => new TextDecoder().decode(bytes));
  assertEquals([code, text], [0, "ended, left, failed\n"], complaint);
  assert(!partNotices(complaint).own.includes("rror"), complaint);
});

function withoutTimes(metrics: Metrics): { loss: number } & Record<string, unknown> {
  const { secondsLeft: _left, seconds: _seconds, validationLoss: _loss, ...rest } = {
    ...{ secondsLeft: 0, seconds: 0, validationLoss: 0 },
    ...metrics,
  };
  return rest;
}
