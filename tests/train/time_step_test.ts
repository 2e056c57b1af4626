import { assert, assertEquals, assertRejects } from "../support/assert.ts";
import { tinyData } from "../support/tiny_data.ts";
import { initBackend } from "@lib/backend/backend.ts";
import { profileNamed } from "@lib/base/profile.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { buildNetwork } from "@lib/model/networks/build_network.ts";
import { timeStep } from "@lib/train/time_step.ts";

await initBackend("wasm");

const images = tinyData(70, rngFromSeed(1));
const options = { ...profileNamed("smoke"), rng: rngFromSeed(2), steps: 3 };
const model = buildNetwork("compact", { mean: 0.2, deviation: 0.2, rng: rngFromSeed(3) });

Deno.test("timeStep() tells what each part of a step takes, and leaves the model as it is", async () => {
  const before = model.getWeights().map((weight) => [...weight.dataSync()]);
  const parts = (await timeStep(model, images, options))!;
  assertEquals(parts.length, 10);
  // What is computed takes time on any clock.
  for (const { kind, forward, backward } of parts) {
    if (kind === "convolution") assert(forward > 0 && backward > 0);
  }
  assertEquals(model.getWeights().map((weight) => [...weight.dataSync()]), before);
});

Deno.test("timeStep() refuses fewer images than a batch", async () => {
  await assertRejects(
    () => timeStep(model, images, { ...options, batchSize: 71 }),
    RangeError,
    "Cannot time steps of 71 images: found 70",
  );
});

Deno.test("timeStep() tells nothing where no plan is used", async () => {
  await initBackend("cpu");
  assertEquals(await timeStep(model, images, options), undefined);
  await initBackend("wasm");
});
