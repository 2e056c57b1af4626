import { assertAlmostEquals, assertEquals } from "../support/assert.ts";
import { withDoubt } from "@lib/predict/with_doubt.ts";

const probabilities = Float32Array.from([0, 0, 0, 0.75, 0, 0.05, 0, 0, 0, 0]);
const three = { digit: 3, confidence: 0.75, probabilities, noDigit: 0.2 };

Deno.test("withDoubt() takes from all digits alike, and gives to no digit", () => {
  const { digit, confidence, probabilities, noDigit } = withDoubt(three, 0.5);
  assertEquals(digit, 3);
  assertAlmostEquals(confidence, 0.375);
  assertAlmostEquals(noDigit, 0.6);
  assertAlmostEquals(probabilities.reduce((sum, p) => sum + p, noDigit), 1, 1e-6);
});

Deno.test("withDoubt() changes nothing without a doubt, or where the model knows digits alone", () => {
  assertEquals(withDoubt(three, 0), three);
  const sure = { ...three, noDigit: 0 };
  assertEquals(withDoubt(sure, 0.9), sure);
});
