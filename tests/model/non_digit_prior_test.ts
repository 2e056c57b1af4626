import { assertEquals, assertThrows } from "../support/assert.ts";
import { withFolder } from "../support/with_folder.ts";
import { join } from "node:path";
import * as tf from "@tensorflow/tfjs";
import { initBackend } from "@lib/backend/backend.ts";
import { projectPath } from "@lib/base/paths.ts";
import { loadModel } from "@lib/model/load_model.ts";
import { nonDigitPrior, setNonDigitPrior } from "@lib/model/non_digit_prior.ts";
import { saveModel } from "@lib/model/save_model.ts";
import { nonDigitShare } from "@lib/preprocess/handwriting/non_digit_share.ts";

await initBackend("wasm");

function tiny(): tf.LayersModel {
  return tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [3] })] });
}

Deno.test("nonDigitPrior() is what was set, also after saving and loading", () =>
  withFolder(async (folder) => {
    const model = tiny();
    assertEquals(nonDigitPrior(model), undefined);
    model.setUserDefinedMetadata({ author: "me" });
    assertEquals(nonDigitPrior(model), undefined);
    setNonDigitPrior(model, 0.35);
    await saveModel(model, folder);
    const loaded = await loadModel(folder);
    assertEquals(nonDigitPrior(loaded), 0.35);
    assertEquals(loaded.getUserDefinedMetadata(), { author: "me", nonDigitPrior: 0.35 });
    await saveModel(loaded, join(folder, "again"));
    assertEquals(nonDigitPrior(await loadModel(join(folder, "again"))), 0.35);
  }));

Deno.test("the handwriting model says how it was trained, the MNIST model knows no such class", async () => {
  const models = await Promise.all(
    ["reader", "model"].map((name) => loadModel(projectPath("data", name))),
  );
  assertEquals(models.map(nonDigitPrior), [nonDigitShare, undefined]);
  for (const model of models) model.dispose();
});

Deno.test("nonDigitPrior() and setNonDigitPrior() refuse what is no share", () => {
  const model = tiny();
  for (const prior of [0, 1, -0.1, NaN]) {
    assertThrows(() => setNonDigitPrior(model, prior), RangeError, "above 0 and below 1");
  }
  assertEquals(model.getUserDefinedMetadata(), undefined);
  model.setUserDefinedMetadata({ nonDigitPrior: "often" });
  assertThrows(() => nonDigitPrior(model), RangeError, 'Cannot take "often"');
});
