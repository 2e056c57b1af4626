import { rngFromSeed } from "@lib/base/rng.ts";
import { nonDigitClass } from "@lib/model/networks/non_digit_class.ts";
import { syntheticDigits } from "@lib/preprocess/handwriting/synthetic_digits.ts";
import { assert, assertEquals } from "../../support/assert.ts";
import { tinyData } from "../../support/tiny_data.ts";

const dataset = tinyData(40, rngFromSeed(1));

Deno.test("syntheticDigits() gives the same image at a position, whoever asks for which others", () => {
  const indices = Uint32Array.from({ length: 30 }, (_, i) => (7 * i) % 40);
  const all = syntheticDigits(dataset, indices, rngFromSeed(2));
  const part = syntheticDigits(dataset, indices.subarray(11, 20), rngFromSeed(2), { first: 11 });
  assertEquals(part.images, all.images.slice(11 * 784, 20 * 784));
  assertEquals(part.labels, all.labels.slice(11, 20));
  assertEquals([all.size, part.size], [30, 9]);
});

Deno.test("syntheticDigits() keeps the labels, but for what is no digit", () => {
  const indices = new Uint32Array(200).fill(3);
  const { labels } = syntheticDigits(dataset, indices, rngFromSeed(3));
  const others = labels.filter((label) => label !== dataset.labels[3]);
  assert(others.length > 10 && others.length < 60, `${others.length} of 200`);
  assert(others.every((label) => label === nonDigitClass));
});
