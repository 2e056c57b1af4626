import { assertEquals } from "../../support/assert.ts";
import { type Dataset, subset } from "@lib/download/dataset.ts";
import { findOverlap } from "@lib/preprocess/dataset/find_overlap.ts";
import { syntheticDataset } from "../synthetic_dataset.ts";

const dataset = syntheticDataset([4, 4]);

Deno.test("findOverlap() finds every pair of identical images, whatever their labels", () => {
  const other = subset(dataset, [6, 2, 6]);
  other.labels.fill(9);
  assertEquals(findOverlap(dataset, other), [[2, 1], [6, 0], [6, 2]]);
});

Deno.test("findOverlap() is not fooled by one pixel of difference", () => {
  const other = subset(dataset, [0, 1]);
  other.images[783] ^= 1;
  assertEquals(findOverlap(dataset, other), [[1, 1]]);
});

Deno.test("findOverlap() compares pixels where hashes agree", () => {
  // Found by search: the FNV-1a hashes of these two images are the same.
  const a = endingIn([130, 233, 165, 197]);
  const b = endingIn([174, 152, 15, 186]);
  assertEquals(findOverlap(a, b), []);
  assertEquals(findOverlap(a, a), [[0, 0]]);
});

/** Paper all over but for its last pixels. */
function endingIn(pixels: number[]): Dataset {
  const images = new Uint8Array(784);
  images.set(pixels, 784 - pixels.length);
  return { images, labels: new Uint8Array(1), size: 1 };
}
