import { initBackend } from "@lib/backend/backend.ts";
import { projectPath } from "@lib/base/paths.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { buildNetwork } from "@lib/model/networks/build_network.ts";
import { loadHandwritingModel } from "@lib/model/load_handwriting_model.ts";
import { saveModel } from "@lib/model/save_model.ts";
import * as tf from "@tensorflow/tfjs";
import { assertEquals, assertRejects } from "../support/assert.ts";
import { withFolder } from "../support/with_folder.ts";

await initBackend("wasm");

Deno.test("loadHandwritingModel() takes the shipped handwriting model, and a model without the eleventh class", async () => {
  for (const [folder, classes] of [[undefined, 11], [projectPath("data", "model"), 10]] as const) {
    const model = await loadHandwritingModel(folder);
    assertEquals(model.outputs[0].shape, [null, classes]);
    model.dispose();
  }
});

Deno.test("loadHandwritingModel() refuses another kind of model, and frees it", () =>
  withFolder(async (folder) => {
    const model = buildNetwork("compact", { mean: 0.1, deviation: 0.3, rng: rngFromSeed(1) });
    const trunk = tf.model({ inputs: model.inputs, outputs: model.layers.at(-3)!.output });
    await saveModel(trunk, folder);
    model.dispose();
    const before = tf.memory().numTensors;
    await assertRejects(
      () => loadHandwritingModel(folder),
      TypeError,
      "Cannot read digits with this model",
    );
    assertEquals(tf.memory().numTensors, before);
  }));
