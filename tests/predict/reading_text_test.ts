import { assertEquals } from "../support/assert.ts";
import type { ReadDigit } from "@lib/predict/read_digit.ts";
import type { Reading } from "@lib/predict/read_image.ts";
import { readingText } from "@lib/predict/reading_text.ts";

function read(digit: number, confidence: number): ReadDigit {
  const probabilities = new Float32Array(10).fill((1 - confidence) / 9);
  probabilities[digit] = confidence;
  const box = { x: 0, y: 0, width: 1, height: 1 };
  return { digit, confidence, probabilities, nonDigit: 0, box, normalised: new Uint8Array(784) };
}

function reading(text: string, digits: readonly ReadDigit[] = []): Reading {
  return {
    ...{ text, written: text, digits, confidence: 0.5 },
    ...{ lines: [], rejected: [], turned: 0 },
  };
}

Deno.test("readingText() lists all classes of a single digit", () => {
  const lines = readingText("a.png", reading("7", [read(7, 0.91)])).split("\n");
  assertEquals(lines.length, 11);
  assertEquals(lines[0], "a.png: 7 (91.0 %)");
  assertEquals(lines[1], "  0   1.0 %");
  assertEquals(lines[8], `  7  91.0 % ${"█".repeat(22)}`);
});

Deno.test("readingText() lists the digits of a number", () => {
  const text = readingText("a.png", reading("42", [read(4, 0.5), read(2, 1)]));
  assertEquals(text, "a.png: 42\n  4 50.0 %  2 100.0 %");
});

Deno.test("readingText() lists the lines of a page", () => {
  const digits = [read(4, 0.5), read(2, 0.75), read(9, 0.99)];
  const text = readingText("a.png", reading("42\n9", digits));
  assertEquals(text, "a.png: 2 lines\n  42: 4 50.0 %  2 75.0 %\n  9: 9 99.0 %");
});

Deno.test("readingText() says plainly that there is nothing to read", () => {
  assertEquals(readingText("a.png", reading("")), "a.png: nothing to read");
});
