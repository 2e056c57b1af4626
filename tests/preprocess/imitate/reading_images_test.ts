import { rngFromSeed } from "@lib/base/rng.ts";
import { noDigitClass } from "@lib/model/no_digit_class.ts";
import { readingImages } from "@lib/preprocess/imitate/reading_images.ts";
import { assert, assertEquals } from "../../support/assert.ts";
import { tinyData } from "../../support/tiny_data.ts";

const dataset = tinyData(40, rngFromSeed(1));

Deno.test("readingImages() gives the same image at a position, whoever asks for which others", () => {
  const indices = Uint32Array.from({ length: 30 }, (_, i) => (7 * i) % 40);
  const all = readingImages(dataset, indices, rngFromSeed(2));
  const part = readingImages(dataset, indices.subarray(11, 20), rngFromSeed(2), { first: 11 });
  assertEquals(part.images, all.images.slice(11 * 784, 20 * 784));
  assertEquals(part.labels, all.labels.slice(11, 20));
  assertEquals([all.size, part.size], [30, 9]);
});

Deno.test("readingImages() keeps the labels, but for what is no digit", () => {
  const indices = new Uint32Array(200).fill(3);
  const { labels } = readingImages(dataset, indices, rngFromSeed(3));
  const others = labels.filter((label) => label !== dataset.labels[3]);
  assert(others.length > 10 && others.length < 60, `${others.length} of 200`);
  assert(others.every((label) => label === noDigitClass));
});
