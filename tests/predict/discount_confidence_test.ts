import { assertAlmostEquals, assertEquals } from "../support/assert.ts";
import { discountConfidence } from "@lib/predict/discount_confidence.ts";

const probabilities = Float32Array.from([0, 0, 0, 0.75, 0, 0.05, 0, 0, 0, 0]);
const three = { digit: 3, confidence: 0.75, probabilities, nonDigit: 0.2 };

Deno.test("discountConfidence() takes from all digits alike, and gives to no digit", () => {
  const { digit, confidence, probabilities, nonDigit } = discountConfidence(three, 0.5);
  assertEquals(digit, 3);
  assertAlmostEquals(confidence, 0.375);
  assertAlmostEquals(nonDigit, 0.6);
  assertAlmostEquals(probabilities.reduce((sum, p) => sum + p, nonDigit), 1, 1e-6);
});

Deno.test("discountConfidence() changes nothing without a doubt, or where the model knows digits alone", () => {
  assertEquals(discountConfidence(three, 0), three);
  const sure = { ...three, nonDigit: 0 };
  assertEquals(discountConfidence(sure, 0.9), sure);
});
