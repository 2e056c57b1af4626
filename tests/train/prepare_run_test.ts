import { assertEquals } from "../support/assert.ts";
import { withFolder } from "../support/with_folder.ts";
import { initBackend } from "@lib/backend/backend.ts";
import { profileNamed } from "@lib/base/profile.ts";
import { loadMnist } from "@lib/download/load_mnist.ts";
import { loadModel } from "@lib/model/load_model.ts";
import { seesCentred } from "@lib/model/centring.ts";
import { nonDigitPrior } from "@lib/model/non_digit_prior.ts";
import { nonDigitShare } from "@lib/preprocess/handwriting/non_digit_share.ts";
import { fit } from "@lib/train/fit.ts";
import { prepareRun } from "@lib/train/prepare_run.ts";

await initBackend("wasm");
const { train } = await loadMnist("package");
const handwriting = { ...profileNamed("handwriting"), images: 400, validationSize: 100, epochs: 1 };

Deno.test("prepareRun() has the model of handwriting say how common no digit is, and fit() keeps it", () =>
  withFolder(async (folder) => {
    const run = prepareRun(handwriting, train);
    assertEquals(nonDigitPrior(run.model), nonDigitShare);
    assertEquals(seesCentred(run.model), true);
    for await (const _ of fit(run.model, run, { ...handwriting, rng: run.rng, folder }));
    assertEquals(nonDigitPrior(await loadModel(folder)), nonDigitShare);
  }));

Deno.test("prepareRun() has other models say nothing of it", () => {
  const { model } = prepareRun(profileNamed("smoke"), train);
  assertEquals([nonDigitPrior(model), seesCentred(model)], [undefined, false]);
});
