import { assertEquals } from "../support/assert.ts";
import { initBackend } from "@lib/backend/backend.ts";
import { projectPath } from "@lib/base/paths.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { loadMnist } from "@lib/download/load_mnist.ts";
import type { CorruptionRow } from "@lib/evaluate/score_corruptions.ts";
import { scoreCorruptions } from "@lib/evaluate/score_corruptions.ts";
import { loadModel } from "@lib/model/load_model.ts";

await initBackend("wasm");

Deno.test("the MNIST model reads shot noise as the metrics beside it say", async () => {
  const { corruptions } = JSON.parse(
    await Deno.readTextFile(projectPath("data", "model", "metrics.json")),
  );
  const { test } = await loadMnist();
  const model = await loadModel(projectPath("data", "model"));
  const { corruptions: [again] } = await scoreCorruptions([model], test, {
    rng: rngFromSeed(1).stream("corruptions"),
    names: ["shot noise"],
  });
  model.dispose();
  const saved = corruptions.corruptions.find(({ name }: CorruptionRow) => name === "shot noise");
  assertEquals(again, { ...saved, models: [saved.models[0]] });
});
