import { assert, assertEquals } from "../../support/assert.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { readingImage } from "@lib/preprocess/imitate/reading_image.ts";
import { digits } from "./written_digits.ts";

const rng = rngFromSeed(16);
const image = (index: number): Uint8Array => digits.images.slice(index * 784, (index + 1) * 784);
const digit = { pixels: image(2), label: digits.labels[2] };
const varied = Array.from({ length: 300 }, (_, i) => readingImage(digit, image(3), rng.fork(i)));

Deno.test("readingImage() gives full strokes on 28×28, each time another image", () => {
  assert(varied.every((pixels) => pixels.length === 784 && Math.max(...pixels) === 255));
  assert(new Set(varied.map((pixels) => pixels.join())).size > 270);
});

Deno.test("readingImage() keeps the digit in the middle", () => {
  for (const pixels of varied) {
    let [mass, right, down] = [0, 0, 0];
    pixels.forEach((level, i) => {
      mass += level;
      right += level * (i % 28 - 14);
      down += level * (Math.floor(i / 28) - 14);
    });
    assert(Math.abs(right / mass) < 2.5 && Math.abs(down / mass) < 2.5);
  }
});

Deno.test("readingImage() hangs on the random numbers alone, and changes nothing given", () => {
  assertEquals(readingImage(digit, image(3), rng.fork(40)), varied[40]);
  assertEquals(digit.pixels, image(2));
});

Deno.test("readingImage() copes with an image without ink", () => {
  const blank = { pixels: new Uint8Array(784), label: 3 };
  for (let i = 0; i < 100; i++) {
    assertEquals(readingImage(blank, new Uint8Array(784), rng.fork(i)).length, 784);
  }
});
