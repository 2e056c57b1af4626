import { initBackend } from "@lib/backend/backend.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { calibrateModel } from "@lib/evaluate/calibrate_model.ts";
import { predictBatches } from "@lib/model/predict_batches.ts";
import { buildNetwork } from "@lib/model/networks/build_network.ts";
import { scaleLogits } from "@lib/model/scale_logits.ts";
import { assert, assertAlmostEquals, assertEquals } from "../support/assert.ts";
import { tinyData } from "../support/tiny_data.ts";

Deno.test("calibrateModel() undoes a factor on the logits, and reads as before", async () => {
  await initBackend("wasm");
  const model = buildNetwork("wide", { mean: 0.13, deviation: 0.31, rng: rngFromSeed(1) });
  const dataset = tinyData(200, rngFromSeed(2));
  const before = await predictBatches(model, dataset.images);
  // Right in three cases of four, by its own choice of class.
  const labels = before.labels.map((label, i) => i % 4 === 0 ? (label + 1) % 10 : label);
  scaleLogits(model, 40);
  const first = await calibrateModel(model, { ...dataset, labels });
  const second = await calibrateModel(model, { ...dataset, labels });
  assert(Math.abs(Math.log(first)) > 0.05, `${first}`);
  assertAlmostEquals(second, 1, 0.01);
  assertEquals((await predictBatches(model, dataset.images)).labels, before.labels);
  model.dispose();
});
