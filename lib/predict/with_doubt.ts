import type { Classified } from "./classify.ts";

/** What a model says of a digit where there is a doubt from elsewhere that it is one: both doubts count.
 *
 * @param doubt at most 1; below 0 where the company speaks for a digit
 * @returns with new probabilities; as it was from a model that knows digits alone
 */
export function withDoubt<C extends Classified>(digit: C, doubt: number): C {
  if (digit.noDigit === 0 || doubt === 0) return digit;
  const factor = 1 - doubt;
  return {
    ...digit,
    noDigit: 1 - (1 - digit.noDigit) * factor,
    probabilities: digit.probabilities.map((probability) => probability * factor),
    confidence: digit.confidence * factor,
  };
}
