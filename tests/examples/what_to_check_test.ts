import { assertEquals } from "../support/assert.ts";
import type { ReadDigit } from "@lib/predict/read_digit.ts";
import type { Reading } from "@lib/predict/read_image.ts";
import { whatToCheck } from "../../examples/what_to_check.ts";

function reading(...confidences: number[]): Reading {
  const digits = confidences.map((confidence, digit) => ({ digit, confidence }) as ReadDigit);
  const confidence = confidences.reduce((product, one) => product * one, 1);
  const text = digits.map(({ digit }) => digit).join("");
  const lines = [{ digits, separators: [], rejected: [], confidence }];
  return { text, written: text, digits, confidence, lines, rejected: [], turned: 0 };
}

Deno.test("whatToCheck() lets a number pass that is sure as a whole", () => {
  assertEquals(whatToCheck(reading(0.95, 0.99, 1), { length: 3 }), "");
});

Deno.test("whatToCheck() names the digits without which a number would be sure", () => {
  const unsure = "digit 1 is a 0 with 79 %; digit 3 is a 2 with 50 %";
  assertEquals(whatToCheck(reading(0.799, 0.95, 0.5), { length: 3 }), unsure);
  assertEquals(whatToCheck(reading(0.96, 0.95, 0.97), { length: 3 }), "digit 2 is a 1 with 95 %");
});

Deno.test("whatToCheck() tells of a wrong length", () => {
  assertEquals(whatToCheck(reading(0.99), { length: 5 }), "found 1 digit, wanted 5");
  assertEquals(whatToCheck(reading(), { length: 5 }), "found 0 digits, wanted 5");
});

Deno.test("whatToCheck() tells that a number is not on the list, however sure it is", () => {
  const sure = reading(0.99, 1, 1); // 012
  assertEquals(whatToCheck(sure, { length: 3, lexicon: new Set(["021"]) }), "is not on the list");
  assertEquals(whatToCheck(sure, { length: 3, lexicon: new Set(["021", "012"]) }), "");
});
