import { assertEquals, assertRejects } from "../support/assert.ts";
import { withFolder } from "../support/with_folder.ts";
import { join } from "node:path";
import * as tf from "@tensorflow/tfjs";
import { initBackend } from "@lib/backend/backend.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { buildNetwork } from "@lib/model/networks/build_network.ts";
import { loadTrainedModel } from "@lib/model/load_trained_model.ts";
import { saveModel } from "@lib/model/save_model.ts";

await initBackend("wasm");

Deno.test("loadTrainedModel() takes the run's model, else the shipped one, else says what to do", () =>
  withFolder(async (root) => {
    await assertRejects(() => loadTrainedModel("quick", { root }), Error, 'with "deno task train"');
    const options = { mean: 0.1, deviation: 0.3, rng: rngFromSeed(1) };
    const [deep, compact] = [buildNetwork("deep", options), buildNetwork("compact", options)];
    await saveModel(deep, join(root, "model"));
    const shipped = await loadTrainedModel("quick", { root });
    assertEquals(shipped.model.name, "deep");
    assertEquals(shipped.source.startsWith("shipped"), true);
    await saveModel(compact, join(root, "runs", "quick", "model"));
    const trained = await loadTrainedModel("quick", { root });
    assertEquals(trained.model.name, "compact");
    assertEquals(trained.source, "trained here with profile quick");
    for (const each of [deep, compact, shipped.model, trained.model]) each.dispose();
  }));

Deno.test("loadTrainedModel() refuses a model that reads no digits", () =>
  withFolder(async (root) => {
    const model = tf.sequential({ layers: [tf.layers.dense({ units: 10, inputShape: [784] })] });
    await saveModel(model, join(root, "model"));
    await assertRejects(
      () => loadTrainedModel("quick", { root }),
      TypeError,
      "found input [batch, 784], wanted [batch, 28, 28, 1]",
    );
    model.dispose();
  }));
