/** How sure a digit is, given the other marks of its line.
 *
 * @module
 */
import type { Classified } from "../model/classify.ts";
import { discountConfidence } from "./discount_confidence.ts";
import { priorLimits } from "./limits.ts";

/** What is known of a line beside its digits. */
export interface PriorOptions {
  /** The share of "no digit" in the model's training, as `nonDigitPrior` gives it. */
  readonly prior: number | undefined;
  /** The probabilities, 0 to 1, that what was left out of the line is no digit. */
  readonly others?: readonly number[];
}

/** Adjusts the probabilities of a line's digits to how common "no digit" is in that line: among marks
 * that are not digits, such as the letters of a word, a mark is less likely a digit; in a number it is more
 * likely one.
 *
 * How common it is in the line is estimated from the model's own answers, and these are weighed anew by
 * it, in turns (expectation maximisation: Saerens, Latinne and Decaestecker, 2002,
 * https://doi.org/10.1162/089976602753284446).
 *
 * @param digits what the model says of the digits of the line
 * @returns the digits with new probabilities; as they were where the prior is not known, or the model
 * knows digits alone
 *
 * @example
 * ```ts
 * import { adjustPriors } from "@lib/predict/adjust_priors.ts";
 * import { strictEqual } from "node:assert";
 * const probabilities = new Float32Array(10);
 * probabilities[7] = 0.9;
 * const seven = { digit: 7, confidence: 0.9, nonDigit: 0.1, probabilities };
 * const [inAWord] = adjustPriors([seven], { prior: 0.2, others: [1, 1, 1] });
 * strictEqual(inAWord.confidence < 0.9, true);
 * const [unknown] = adjustPriors([seven], { prior: undefined });
 * strictEqual(unknown.confidence, 0.9);
 * ```
 */
export function adjustPriors<C extends Classified>(
  digits: readonly C[],
  { prior, others = [] }: PriorOptions,
): C[] {
  if (prior === undefined || digits.every(({ nonDigit }) => nonDigit === 0)) return [...digits];
  const doubts = [...digits.map(({ nonDigit }) => nonDigit), ...others];
  const { trust, rounds } = priorLimits;
  let share: number = prior;
  for (let round = 0; round < rounds; round++) {
    const sum = doubts.reduce((total, doubt) => total + reweighted(doubt, share, prior), 0);
    share = (trust * prior + sum) / (trust + doubts.length);
  }
  return digits.map((digit) => {
    const stays = (1 - reweighted(digit.nonDigit, share, prior)) /
      Math.max(1e-9, 1 - digit.nonDigit);
    return discountConfidence(digit, 1 - stays);
  });
}

/** The probability that a mark is no digit where such marks have another share than in training. */
function reweighted(doubt: number, share: number, prior: number): number {
  const no = doubt * share / prior;
  const yes = (1 - doubt) * (1 - share) / (1 - prior);
  return no / (no + yes);
}
