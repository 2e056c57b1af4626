/** How probable the digits of a line are.
 *
 * @module
 */
import type { Classified } from "../../model/classify.ts";
import type { WeighedReading } from "./weigh_readings.ts";

/** Least probability that there is no digit: 0 would say that the model knows digits alone. */
const leastNonDigit = 1e-6;

/** How probable each digit is in each place of a line: the odds of all readings that have as many digits, and
 * have that one there.
 *
 * @param readings the most probable first
 * @returns for each place of the first reading; what is left to 1 is the probability that no digit stands in that
 * place, or that there are more or fewer
 *
 * @example
 * ```ts
 * import { digitOdds } from "@lib/predict/weighing/digit_odds.ts";
 * import { strictEqual } from "node:assert";
 * const readings = [{ text: [4, 9], odds: 0.7 }, { text: [4, 4], odds: 0.2 }, { text: [4], odds: 0.1 }];
 * const [first, second] = digitOdds(readings);
 * strictEqual(first.confidence.toFixed(2), "0.90"); // a 4, unless there is but one digit
 * strictEqual(second.confidence.toFixed(2), "0.70");
 * ```
 */
export function digitOdds(
  readings: readonly Pick<WeighedReading, "text" | "odds">[],
): Classified[] {
  const [best] = readings;
  return best.text.map((digit, place) => {
    const probabilities = new Float32Array(10);
    for (const { text, odds } of readings) {
      if (text.length === best.text.length) probabilities[text[place]] += odds;
    }
    const all = probabilities.reduce((sum, value) => sum + value);
    return {
      digit,
      confidence: probabilities[digit],
      probabilities,
      nonDigit: Math.max(leastNonDigit, 1 - all),
    };
  });
}
