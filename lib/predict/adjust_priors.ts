import { nonDigitShare } from "../preprocess/handwriting/non_digit_share.ts";
import type { Classified } from "../model/classify.ts";
import { discountConfidence } from "./discount_confidence.ts";

/** Marks that speak for that share before the line's own are looked at. */
const trust = 2;

/** Rounds of estimation; it has settled long before. */
const rounds = 20;

/** Adapts what a model says of the digits of a line to the company that they keep: among marks that are
 * no digits, such as the letters of a word, a digit is less likely one; in a number it is more likely.
 *
 * How common each is in the line is estimated from the model's own answers, and these are weighed anew
 * by it, in turns (expectation maximisation: Saerens, Latinne and Decaestecker, 2002,
 * https://doi.org/10.1162/089976602753284446).
 *
 * @param digits what the model says of the digits that were read
 * @param others the probabilities, 0 to 1, that what was left out of the line is no digit
 * @returns the digits with new probabilities; as they were from a model that knows digits alone
 */
export function adjustPriors<C extends Classified>(
  digits: readonly C[],
  others: readonly number[],
): C[] {
  if (digits.every(({ nonDigit }) => nonDigit === 0)) return [...digits];
  const doubts = [...digits.map(({ nonDigit }) => nonDigit), ...others];
  let share = nonDigitShare;
  for (let round = 0; round < rounds; round++) {
    const sum = doubts.reduce((total, doubt) => total + adapted(doubt, share), 0);
    share = (trust * nonDigitShare + sum) / (trust + doubts.length);
  }
  return digits.map((digit) => {
    const certainty = (1 - adapted(digit.nonDigit, share)) / Math.max(1e-9, 1 - digit.nonDigit);
    return discountConfidence(digit, 1 - certainty);
  });
}

/** The probability that something is no digit where such things have another share. */
function adapted(doubt: number, share: number): number {
  const no = doubt * share / nonDigitShare;
  const yes = (1 - doubt) * (1 - share) / (1 - nonDigitShare);
  return no / (no + yes);
}
