import { assertEquals, assertThrows } from "../support/assert.ts";
import { classCounts } from "@lib/download/class_counts.ts";
import { type Dataset, imageAt, subset } from "@lib/download/dataset.ts";

/** Image i is grey value `greys[i]` all over. */
function flat(greys: number[], labels: number[]): Dataset {
  const images = new Uint8Array(greys.length * 784);
  greys.forEach((grey, i) => images.fill(grey, i * 784, (i + 1) * 784));
  return { images, labels: Uint8Array.from(labels), size: greys.length };
}

Deno.test("imageAt() is a view of one image and refuses others", () => {
  const dataset = flat([1, 2, 3], [0, 1, 2]);
  assertEquals(imageAt(dataset, 1), new Uint8Array(784).fill(2));
  assertEquals(imageAt(dataset, 1).buffer, dataset.images.buffer);
  for (const index of [-1, 3, 0.5]) {
    assertThrows(() => imageAt(dataset, index), RangeError, "0 to 2");
  }
});

Deno.test("subset() copies images and labels in the order asked for", () => {
  const dataset = flat([1, 2, 3], [4, 5, 6]);
  const part = subset(dataset, [2, 0]);
  assertEquals(part, flat([3, 1], [6, 4]));
  part.images.fill(9);
  assertEquals(dataset, flat([1, 2, 3], [4, 5, 6]));
});

Deno.test("classCounts() counts each digit", () => {
  assertEquals(classCounts(Uint8Array.from([9, 0, 9])), [1, 0, 0, 0, 0, 0, 0, 0, 0, 2]);
});
