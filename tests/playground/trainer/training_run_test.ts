import { assert, assertEquals, assertGreater, assertThrows } from "../../support/assert.ts";
import { initBackend } from "@lib/backend/backend.ts";
import { type Blueprint, blueprintOf } from "@lib/backend/lowering/blueprint.ts";
import { profileNamed } from "@lib/base/profile.ts";
import { loadMnist } from "@lib/download/load_mnist.ts";
import { buildNetwork } from "@lib/model/networks/build_network.ts";
import { trainingRun } from "@lib/playground/trainer/training_run.ts";
import { weightsOf } from "@lib/playground/weights_of.ts";
import { DivergedError } from "@lib/train/diverged_error.ts";
import { fit } from "@lib/train/fit.ts";
import { type PreparedRun, prepareRun } from "@lib/train/prepare_run.ts";

await initBackend("wasm");
const { train } = await loadMnist();
const profile = { ...profileNamed("quick"), images: 1_500, validationSize: 250 };

function prepared(): PreparedRun & {
  readonly start: { readonly blueprint: Blueprint; readonly weights: Float32Array };
} {
  const run = prepareRun(profile, train);
  return { ...run, start: { blueprint: blueprintOf(run.model)!, weights: weightsOf(run.model) } };
}

Deno.test("a run in a page takes the steps of fit, and scores as fit does", async () => {
  const { start, ...run } = prepared();
  const settings = { ...profile, network: 0 };
  const news = [...trainingRun(run, start, settings)];
  const losses = news.flatMap((each) => each.kind === "step" ? [each.loss] : []);
  const scores = news.flatMap((each) => each.kind === "score" ? [each] : []);
  const wanted: { readonly losses: number[]; accuracy: number } = { losses: [], accuracy: 0 };
  for await (const each of fit(run.model, run, { ...profile, workers: 1, rng: run.rng })) {
    if (each.kind === "step") wanted.losses.push(each.loss);
    else wanted.accuracy = each.validationAccuracy;
  }
  assertEquals(losses, wanted.losses);
  assertEquals(scores.map(({ step }) => step), [10, 20, 30, 40, 50, 60, 70, 80]);
  assertEquals(scores.at(-1)!.accuracy, wanted.accuracy);
  assertGreater(wanted.accuracy, 0.5);
});

Deno.test("a run in a page ends where its loss is not a number any more", () => {
  const { start, ...run } = prepared();
  const settings = { learningRate: 500, batchSize: 32, network: 0 };
  assertThrows(() => [...trainingRun(run, start, settings)], DivergedError, "Lower");
});

Deno.test("a run in a page takes no weights of another network", () => {
  const { start, ...run } = prepared();
  const model = buildNetwork("deep", { mean: 0, deviation: 1, rng: run.rng });
  const others = { ...start, weights: weightsOf(model) };
  const settings = { learningRate: 0.1, batchSize: 32, network: 0 };
  assertThrows(() => [...trainingRun(run, others, settings)], RangeError, "Cannot take");
  assert(others.weights.length !== start.weights.length);
});
