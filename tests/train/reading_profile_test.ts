import { initBackend } from "@lib/backend/backend.ts";
import { profileNamed } from "@lib/base/profile.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { nonDigitClass } from "@lib/model/networks/non_digit_class.ts";
import { fit } from "@lib/train/fit.ts";
import { prepareRun } from "@lib/train/prepare_run.ts";
import { assert, assertAlmostEquals, assertEquals } from "../support/assert.ts";
import { tinyData } from "../support/tiny_data.ts";

const profile = {
  ...profileNamed("handwriting"),
  validationSize: 25,
  images: 125,
  epochs: 2,
  batchSize: 25,
  learningRate: 0.001, // at a higher one, differences in the last digit grow
};
const training = tinyData(125, rngFromSeed(1));

async function losses(workers: number): Promise<number[]> {
  await initBackend("wasm");
  const run = prepareRun(profile, training);
  const found = [];
  for await (const metrics of fit(run.model, run, { ...profile, rng: run.rng, workers })) {
    found.push(metrics.loss);
  }
  run.model.dispose();
  return found;
}

Deno.test("the reading profile learns the same on one worker and on two", async () => {
  const [one, two] = [await losses(1), await losses(2)];
  assertEquals(one.length, 2 * (4 + 1));
  for (const [step, loss] of one.entries()) assertAlmostEquals(two[step], loss, 1e-4);
});

Deno.test("the reading profile is validated on handwriting, and on what is no digit", async () => {
  await initBackend("wasm");
  const { validation, train, model } = prepareRun(profile, training);
  assert(validation.labels.includes(nonDigitClass));
  assert(!train.labels.includes(nonDigitClass));
  assertEquals(prepareRun(profile, training).validation, validation, "the same each time");
  model.dispose();
});
