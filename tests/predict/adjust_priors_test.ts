import { assert, assertAlmostEquals, assertEquals } from "../support/assert.ts";
import type { Classified } from "@lib/model/classify.ts";
import { adjustPriors } from "@lib/predict/adjust_priors.ts";

function read(digit: number, confidence: number, nonDigit: number): Classified {
  const probabilities = new Float32Array(10).fill((1 - confidence - nonDigit) / 9);
  probabilities[digit] = confidence;
  return { digit, confidence, probabilities, nonDigit };
}

Deno.test("adjustPriors() doubts a digit more among marks that are none", () => {
  const [alone] = adjustPriors([read(7, 0.92, 0.05)], { prior: 0.2 });
  const [inAWord] = adjustPriors([read(7, 0.92, 0.05)], { prior: 0.2, others: [1, 0.99, 1, 0.98] });
  assert(inAWord.confidence < 0.75, `${inAWord.confidence}`);
  assert(alone.confidence > inAWord.confidence + 0.1);
});

Deno.test("adjustPriors() is surer of a doubtful digit in a number", () => {
  const number = Array.from({ length: 6 }, () => read(3, 0.99, 0.001));
  const [doubtful] = adjustPriors([read(0, 0.5, 0.45), ...number], { prior: 0.2 });
  assert(doubtful.confidence > 0.6, `${doubtful.confidence}`);
});

Deno.test("adjustPriors() keeps probabilities that sum to 1, and which digit is likeliest", () => {
  const digits = [read(4, 0.6, 0.1), read(1, 0.3, 0.6), read(0, 1, 0)];
  adjustPriors(digits, { prior: 0.2, others: [0.2, 0.9] }).forEach(
    ({ digit, confidence, probabilities, nonDigit }, i) => {
      assertEquals(digit, digits[i].digit);
      assertAlmostEquals(confidence, Math.max(...probabilities), 1e-6);
      assertAlmostEquals(probabilities.reduce((sum, p) => sum + p, nonDigit), 1, 1e-6);
    },
  );
});

Deno.test("adjustPriors() leaves the answers of a model that knows digits alone", () => {
  const digits = [read(4, 0.6, 0), read(1, 0.3, 0)];
  assertEquals(adjustPriors(digits, { prior: 0.2 }), digits);
});
