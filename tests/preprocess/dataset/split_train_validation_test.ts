import fc from "fast-check";
import { assert, assertEquals, assertNotEquals, assertThrows } from "../../support/assert.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { classCounts } from "@lib/download/class_counts.ts";
import { subset } from "@lib/download/dataset.ts";
import { loadMnist } from "@lib/download/load_mnist.ts";
import { findOverlap } from "@lib/preprocess/dataset/find_overlap.ts";
import { splitTrainValidation } from "@lib/preprocess/dataset/split_train_validation.ts";
import { stratifiedIndices } from "@lib/preprocess/dataset/stratified_indices.ts";
import { stratifiedSubset } from "@lib/preprocess/dataset/stratified_subset.ts";
import { syntheticDataset } from "../synthetic_dataset.ts";

const counts = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 10, maxLength: 10 })
  .filter((counts) => counts.reduce((a, b) => a + b) >= 2);

Deno.test("stratifiedIndices() draws the exact number, each class within one of its share", () => {
  fc.assert(fc.property(counts, fc.double({ min: 0, max: 1, noNaN: true }), (counts, fraction) => {
    const { labels, size } = syntheticDataset(counts);
    const count = Math.round(fraction * size);
    const drawn = stratifiedIndices(labels, count, rngFromSeed(1));
    assertEquals(drawn.length, count);
    assertEquals(new Set(drawn).size, count);
    assertEquals(drawn, drawn.slice().sort());
    const shares = classCounts(Uint8Array.from(drawn, (index) => labels[index]));
    shares.forEach((share, digit) => {
      assert(Math.abs(share - counts[digit] * count / size) < 1, `digit ${digit}: ${share}`);
    });
  }));
});

Deno.test("stratifiedIndices() gives places left to the largest remainders", () => {
  const { labels } = syntheticDataset([5, 3, 2]);
  // Shares of 7 in 10: 3.5, 2.1 and 1.4, rounded down 3, 2 and 1: the one left goes to digit 0.
  const drawn = stratifiedIndices(labels, 7, rngFromSeed(2));
  const shares = classCounts(Uint8Array.from(drawn, (index) => labels[index]));
  assertEquals(shares.slice(0, 3), [4, 2, 1]);
});

Deno.test("stratifiedIndices() draws every image equally often", () => {
  const { labels, size } = syntheticDataset([8, 8]);
  const times = new Array(size).fill(0);
  const rng = rngFromSeed(3);
  for (let draw = 0; draw < 4000; draw++) {
    for (const index of stratifiedIndices(labels, 4, rng)) times[index]++;
  }
  for (const time of times) assert(Math.abs(time - 1000) < 150, `${times}`);
});

Deno.test("splitTrainValidation() puts every image in exactly one part", () => {
  const dataset = syntheticDataset([9, 8, 7, 6, 5, 4, 3, 2, 1, 1]);
  const split = splitTrainValidation(dataset, rngFromSeed(4), { validationSize: 11 });
  const { train, validation, trainIndices, validationIndices } = split;
  assertEquals([train.size, validation.size], [35, 11]);
  const all = [...trainIndices, ...validationIndices].sort((a, b) => a - b);
  assertEquals(all, Array.from({ length: 46 }, (_, index) => index));
  assertEquals(train, subset(dataset, trainIndices));
  assertEquals(validation, subset(dataset, validationIndices));
  assertEquals(findOverlap(train, validation), []);
});

Deno.test("splitTrainValidation() depends on the seed alone", () => {
  const dataset = syntheticDataset([20, 20, 20]);
  const indices = (seed: number): Uint32Array =>
    splitTrainValidation(dataset, rngFromSeed(seed), { validationSize: 15 }).validationIndices;
  assertEquals(indices(5), indices(5));
  assertNotEquals(indices(5), indices(6));
});

Deno.test("splitTrainValidation() keeps 5000 of MNIST's 60,000 by default, in proportion", async () => {
  const { train: full } = await loadMnist("package");
  const { train, validation } = splitTrainValidation(full, rngFromSeed(7));
  assertEquals([train.size, validation.size], [55_000, 5000]);
  assertEquals(
    classCounts(validation.labels),
    // A twelfth of 5923, 6742, …: 493.58, 561.83, 496.50, 510.92, 486.83, 451.75, 493.17, …
    [494, 562, 496, 511, 487, 452, 493, 522, 487, 496],
  );
});

Deno.test("splitTrainValidation() refuses sizes that leave a part empty", () => {
  const dataset = syntheticDataset([5, 5]);
  for (const validationSize of [0, 10, -1, 2.5, NaN]) {
    assertThrows(
      () => splitTrainValidation(dataset, rngFromSeed(8), { validationSize }),
      RangeError,
      `Cannot keep ${validationSize} of 10 images for validation: wanted an integer from 1 to 9`,
    );
  }
});

Deno.test("stratifiedSubset() takes so many images, and no more than there are", () => {
  const dataset = syntheticDataset([10, 20]);
  const part = stratifiedSubset(dataset, 6, rngFromSeed(9));
  assertEquals(classCounts(part.labels).slice(0, 2), [2, 4]);
  assertEquals(findOverlap(part, dataset).length, 6);
  assertEquals(stratifiedSubset(dataset, 30, rngFromSeed(9)), dataset);
  for (const size of [0, 31, -1, 1.5]) {
    assertThrows(() => stratifiedSubset(dataset, size, rngFromSeed(9)), RangeError, "Cannot ");
  }
});
