import { initBackend } from "@lib/backend/backend.ts";
import { profileNamed } from "@lib/base/profile.ts";
import { loadMnist } from "@lib/download/load_mnist.ts";
import { fit } from "@lib/train/fit.ts";
import { prepareRun } from "@lib/train/prepare_run.ts";
import { startEngine } from "@lib/train/start_engine.ts";
import { assert, assertEquals, assertThrows } from "../support/assert.ts";

const { train } = await loadMnist();
const profile = {
  ...profileNamed("lines"),
  images: 280,
  validationSize: 40,
  epochs: 2,
  batchSize: 16,
};

Deno.test("fit() trains the line reader, alone or by two workers alike", async () => {
  await initBackend("wasm");
  const losses: number[][] = [];
  for (const workers of [1, 2]) {
    const run = prepareRun(profile, train);
    const own: number[] = [];
    for await (const metrics of fit(run.model, run, { ...profile, rng: run.rng, workers })) {
      if (metrics.kind === "step") own.push(metrics.loss);
      else {
        assert(metrics.validationAccuracy >= 0 && metrics.validationLoss > 0);
        if (workers > 1) break; // its first epoch is compared, the rest would cost as much again
      }
    }
    losses.push(own);
    run.model.dispose();
  }
  const [alone, shared] = losses;
  assertEquals(alone.length, 30);
  const mean = (values: number[]): number => values.reduce((a, b) => a + b) / values.length;
  assert(mean(alone.slice(-5)) < 0.95 * mean(alone.slice(0, 5)), `${alone}`);
  alone.slice(0, 5).forEach((loss, i) => assert(Math.abs(loss - shared[i]) < 0.02 * loss, `${i}`));
});

Deno.test("only plans train the line reader: other backends are refused", async () => {
  await initBackend("cpu");
  const run = prepareRun(profile, train);
  assertThrows(
    () => startEngine(run.model, run, { ...profile, workers: 1 }),
    TypeError,
    "wanted backend wasm",
  );
});
