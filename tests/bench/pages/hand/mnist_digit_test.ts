import { assertAlmostEquals, assertGreater, assertThrows } from "../../../support/assert.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { mnistDigit } from "../../../../bench/pages/hand/mnist_digit.ts";
import { digits } from "../../../support/written_digits.ts";

const pen = { threshold: 0.45, angle: 0 };

Deno.test("mnistDigit() writes the digit as high as asked for, without bare paper around it", () => {
  for (let digit = 0; digit < 10; digit++) {
    const ink = mnistDigit(digits, digit, 80, pen, rngFromSeed(digit));
    assertAlmostEquals(Math.max(ink.width, ink.height), 80, 10);
  }
});

Deno.test("mnistDigit() leaves more ink with a bolder pen", () => {
  const inked = (threshold: number): number => {
    const { pixels } = mnistDigit(digits, 3, 60, { ...pen, threshold }, rngFromSeed(1));
    return pixels.reduce((sum, level) => sum + level, 0);
  };
  assertGreater(inked(0.3), 1.2 * inked(0.6));
});

Deno.test("mnistDigit() cannot write a digit that the data set has not", () => {
  const none = { images: new Uint8Array(784), labels: Uint8Array.of(4), size: 1 };
  assertThrows(() => mnistDigit(none, 5, 60, pen, rngFromSeed(1)), RangeError);
});
