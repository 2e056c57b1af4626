import { assert, assertEquals } from "../../../support/assert.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { nonDigit } from "@lib/preprocess/handwriting/non_digit/non_digit.ts";
import { nonDigitRanges } from "@lib/preprocess/handwriting/non_digit/non_digit_ranges.ts";
import { digits } from "../../../support/written_digits.ts";

const rng = rngFromSeed(15);
const made = Array.from({ length: 1000 }, (_, i) => nonDigit(digits, rng.fork(i)));

Deno.test("nonDigit() has full strokes on 28×28, or is blank", () => {
  for (const pixels of made) {
    assertEquals(pixels.length, 784);
    const peak = Math.max(...pixels);
    assert(peak === 0 || peak === 255, `${peak}`);
  }
});

Deno.test("nonDigit() is blank at times, and seldom twice the same", () => {
  const blank = made.filter((pixels) => pixels.every((level) => level === 0)).length;
  assert(blank > 10 && blank < 80, `${blank}`);
  assert(new Set(made.map((pixels) => pixels.join())).size > 890);
  assertEquals(nonDigit(digits, rng.fork(8)), made[8]);
});

Deno.test("nonDigit() has every kind, and leaves two in a hundred blank", () => {
  const { percentages } = nonDigitRanges;
  const sum = Object.values(percentages).reduce((total, share) => total + share, 0);
  assertEquals(sum, 98); // the rest is blank
  assert(Object.values(percentages).every((share) => share >= 3), "a kind is never drawn");
});
