import { assertEquals, assertThrows } from "../../support/assert.ts";
import { syntheticDataset } from "../synthetic_dataset.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { classCounts } from "@lib/download/class_counts.ts";
import { findOverlap } from "@lib/preprocess/dataset/find_overlap.ts";
import { keepForTesting } from "@lib/preprocess/dataset/keep_for_testing.ts";

Deno.test("keepForTesting() keeps a seventh of each class, always the same images", () => {
  const rng = rngFromSeed(1);
  for (let draw = 0; draw < 10; draw++) {
    const counts = Array.from({ length: 10 }, () => 7 * rng.integer(12));
    const all = syntheticDataset([...counts.slice(1), 7]);
    const { train, test } = keepForTesting(all);
    assertEquals(classCounts(test.labels), classCounts(all.labels).map((count) => count / 7));
    assertEquals(train.size + test.size, all.size);
    assertEquals(findOverlap(train, test), []);
    assertEquals(keepForTesting(all).test, test);
  }
});

Deno.test("keepForTesting() leaves something on both sides, and refuses a single image", () => {
  const two = syntheticDataset([1, 1]);
  const { train, test } = keepForTesting(two);
  assertEquals([train.size, test.size], [1, 1]);
  const message = "found 1 in all, wanted at least 2";
  assertThrows(() => keepForTesting(syntheticDataset([1])), RangeError, message);
});
