import { digitOdds } from "@lib/predict/weighing/digit_odds.ts";
import { discountConfidence } from "@lib/predict/discount_confidence.ts";
import { assertAlmostEquals } from "../../support/assert.ts";

Deno.test("digitOdds() of one sure reading can be doubted, as those of a model that knows digits alone cannot", () => {
  const [digit] = digitOdds([{ text: [4], odds: 1 }]);
  assertAlmostEquals(digit.confidence, 1, 1e-6);
  assertAlmostEquals(discountConfidence(digit, 0.2).confidence, 0.8, 1e-6);
});
