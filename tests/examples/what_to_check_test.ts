import { assertEquals } from "../support/assert.ts";
import type { ReadDigit } from "@lib/predict/read_digit.ts";
import type { Reading } from "@lib/predict/read_image.ts";
import { whatToCheck } from "../../examples/what_to_check.ts";

function reading(...confidences: number[]): Reading {
  const digits = confidences.map((confidence, digit) => ({ digit, confidence }) as ReadDigit);
  return { text: digits.map(({ digit }) => digit).join(""), digits, confidence: 0.5 };
}

Deno.test("whatToCheck() lets pass a number of sure digits", () => {
  assertEquals(whatToCheck(reading(0.8, 0.99, 1), 3), "");
});

Deno.test("whatToCheck() names the unsure digits, or the wrong length", () => {
  const unsure = "digit 1 is a 0 with 79 %; digit 3 is a 2 with 50 %";
  assertEquals(whatToCheck(reading(0.799, 0.9, 0.5), 3), unsure);
  assertEquals(whatToCheck(reading(0.99), 5), "found 1 digit, wanted 5");
  assertEquals(whatToCheck(reading(), 5), "found 0 digits, wanted 5");
});
