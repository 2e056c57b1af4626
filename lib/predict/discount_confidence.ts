import type { Classified } from "../model/classify.ts";

/** What a model says of a digit where there is a doubt from elsewhere that it is one: both doubts count.
 *
 * @param doubt at most 1; below 0 where the neighbours speak for a digit
 * @returns with new probabilities; as it was from a model that knows digits alone
 */
export function discountConfidence<C extends Classified>(digit: C, doubt: number): C {
  if (digit.nonDigit === 0 || doubt === 0) return digit;
  const factor = 1 - doubt;
  return {
    ...digit,
    nonDigit: 1 - (1 - digit.nonDigit) * factor,
    probabilities: digit.probabilities.map((probability) => probability * factor),
    confidence: digit.confidence * factor,
  };
}
