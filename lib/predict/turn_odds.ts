/** How sure it is that a page lies as it was read.
 *
 * @module
 */
import { turnLimits as limits } from "./limits.ts";

/** What is known of a page that was read from two sides, as it lies and turned. */
export interface TurnEvidence {
  /** How much surer, in nats, the model is of all marks together that they are digits, each seen by itself, where
   * the page is turned. */
  readonly marks: number;
  /** How much better the lines read then: the difference of the mean confidences of their marks, -1 to 1. */
  readonly lines: number;
}

/** The probability that a page lies turned: how much better it reads then, and that most pages lie upright. Digits
 * such as 0, 1, 6, 8 and 9 read from both sides, so that a page of few of them leaves much doubt.
 *
 * @returns 0 to 1; the rest is the probability that it lies upright
 *
 * @example
 * ```ts
 * import { turnOdds } from "@lib/predict/turn_odds.ts";
 * import { ok } from "node:assert";
 * ok(turnOdds({ marks: 12, lines: 0.9 }) > 0.95); // no digits as it lies, good ones from the other side
 * ok(turnOdds({ marks: 0, lines: 0 }) < 0.05); // alike from both sides, as 1961 is
 * ```
 */
export function turnOdds({ marks, lines }: TurnEvidence): number {
  const logit = limits.weightOfMarks * marks + limits.weightOfLines * lines + limits.upright;
  return 1 / (1 + Math.exp(-logit));
}
