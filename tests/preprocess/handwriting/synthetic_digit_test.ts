import { assert, assertEquals } from "../../support/assert.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { syntheticDigit } from "@lib/preprocess/handwriting/synthetic_digit.ts";
import { digits } from "../../support/written_digits.ts";

const rng = rngFromSeed(16);
const image = (index: number): Uint8Array => digits.images.slice(index * 784, (index + 1) * 784);
const digit = { pixels: image(2), label: digits.labels[2] };
const varied = Array.from({ length: 300 }, (_, i) => syntheticDigit(digit, image(3), rng.fork(i)));

Deno.test("syntheticDigit() gives full strokes on 28×28, each time another image", () => {
  assert(varied.every((pixels) => pixels.length === 784 && Math.max(...pixels) === 255));
  assert(new Set(varied.map((pixels) => pixels.join())).size > 270);
});

Deno.test("syntheticDigit() keeps the digit in the middle", () => {
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

Deno.test("syntheticDigit() depends on the random numbers alone, and changes nothing given", () => {
  assertEquals(syntheticDigit(digit, image(3), rng.fork(40)), varied[40]);
  assertEquals(digit.pixels, image(2));
});

Deno.test("syntheticDigit() copes with an image without ink", () => {
  const blank = { pixels: new Uint8Array(784), label: 3 };
  for (let i = 0; i < 100; i++) {
    assertEquals(syntheticDigit(blank, new Uint8Array(784), rng.fork(i)).length, 784);
  }
});
