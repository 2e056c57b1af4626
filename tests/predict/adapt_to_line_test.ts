import { assert, assertAlmostEquals, assertEquals } from "../support/assert.ts";
import type { Classified } from "@lib/predict/classify.ts";
import { adaptToLine } from "@lib/predict/adapt_to_line.ts";

function read(digit: number, confidence: number, noDigit: number): Classified {
  const probabilities = new Float32Array(10).fill((1 - confidence - noDigit) / 9);
  probabilities[digit] = confidence;
  return { digit, confidence, probabilities, noDigit };
}

Deno.test("adaptToLine() doubts a digit more among marks that are none", () => {
  const [alone] = adaptToLine([read(7, 0.92, 0.05)], []);
  const [inAWord] = adaptToLine([read(7, 0.92, 0.05)], [1, 0.99, 1, 0.98]);
  assert(inAWord.confidence < 0.75, `${inAWord.confidence}`);
  assert(alone.confidence > inAWord.confidence + 0.1);
});

Deno.test("adaptToLine() is surer of a doubtful digit in a number", () => {
  const number = Array.from({ length: 6 }, () => read(3, 0.99, 0.001));
  const [doubtful] = adaptToLine([read(0, 0.5, 0.45), ...number], []);
  assert(doubtful.confidence > 0.6, `${doubtful.confidence}`);
});

Deno.test("adaptToLine() keeps probabilities that sum to 1, and which digit is likeliest", () => {
  const digits = [read(4, 0.6, 0.1), read(1, 0.3, 0.6), read(0, 1, 0)];
  adaptToLine(digits, [0.2, 0.9]).forEach(({ digit, confidence, probabilities, noDigit }, i) => {
    assertEquals(digit, digits[i].digit);
    assertAlmostEquals(confidence, Math.max(...probabilities), 1e-6);
    assertAlmostEquals(probabilities.reduce((sum, p) => sum + p, noDigit), 1, 1e-6);
  });
});

Deno.test("adaptToLine() leaves the answers of a model that knows digits alone", () => {
  const digits = [read(4, 0.6, 0), read(1, 0.3, 0)];
  assertEquals(adaptToLine(digits, []), digits);
});
