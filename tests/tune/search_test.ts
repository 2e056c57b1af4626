import { assert, assertEquals, assertThrows } from "../support/assert.ts";
import { tinyData } from "../support/tiny_data.ts";
import * as tf from "@tensorflow/tfjs";
import { initBackend } from "@lib/backend/backend.ts";
import { profileNamed } from "@lib/base/profile.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { grid } from "@lib/tune/grid.ts";
import { bestResult, search, type SearchResult } from "@lib/tune/search.ts";

await initBackend("wasm");

const [forTrain, forValidation] = [0, 1].map((part) => rngFromSeed(1).fork(part));
const data = { train: tinyData(100, forTrain), validation: tinyData(50, forValidation) };
const profile = profileNamed("smoke");

async function run(learningRate: number[]): Promise<SearchResult[]> {
  const candidates = grid({ learningRate, batchSize: [25], epochs: [3] });
  return await Array.fromAsync(search(candidates, data, { profile }));
}

Deno.test("search() tells for each candidate how it did, and a useful rate beats a useless one", async () => {
  const results = await run([1e-6, 0.1]);
  assertEquals(results.map(({ learningRate }) => learningRate), [1e-6, 0.1]);
  assertEquals(bestResult(results).learningRate, 0.1);
  assert(results[1].validationLoss < results[0].validationLoss);
});

Deno.test("search() starts every candidate from the same weights and order", async () => {
  const [a, b] = await run([0.05, 0.05]);
  assertEquals(a.validationLoss, b.validationLoss);
});

Deno.test("search() goes on after a candidate that diverged", async () => {
  const results = await run([1e20, 0.1]);
  assertEquals([results[0].validationAccuracy, results[0].validationLoss], [0.1, Infinity]);
  assertEquals(bestResult(results).learningRate, 0.1);
});

Deno.test("search() frees every network that it trained", async () => {
  const before = tf.memory().numTensors;
  await run([0.1, 0.05]);
  assertEquals(tf.memory().numTensors, before);
});

Deno.test("bestResult() takes the lower loss among equal accuracies and refuses nothing", () => {
  const result = { learningRate: 1, batchSize: 1, epochs: 1, seconds: 1, validationAccuracy: 0.9 };
  const results = [{ ...result, validationLoss: 0.4 }, { ...result, validationLoss: 0.3 }];
  assertEquals(bestResult(results), results[1]);
  assertThrows(() => bestResult([]), RangeError, "best of 0");
});
