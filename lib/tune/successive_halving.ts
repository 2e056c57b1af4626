/** Which trials are worth going on with.
 *
 * @module
 */

import { halvingLimits as limits } from "./limits.ts";

/** Whether a trial goes on from a rung: it is among the best of all that reached the rung before it, one of
 * {@link halvingLimits}`.reduction` of them, and the best alone while they are fewer.
 *
 * Asynchronous successive halving (Li et al., https://arxiv.org/abs/1810.05934), in the form that never takes a
 * stopped trial up again: a trial is judged once at a rung, when it arrives, so no checkpoint of it is kept. The
 * first trials have few others to be judged by, and go further than they may deserve.
 *
 * @param score of the trial, the higher the better
 * @param others the scores of those that reached the rung before; one that is equal does not go before it
 *
 * @example
 * ```ts
 * import { goesOn } from "@lib/tune/successive_halving.ts";
 * import { deepStrictEqual } from "node:assert";
 * const others = [0.9, 0.8, 0.7, 0.6, 0.5]; // of six trials two go on
 * deepStrictEqual([0.95, 0.85, 0.75].map((score) => goesOn(score, others)), [true, true, false]);
 * ```
 */
export function goesOn(
  score: number,
  others: readonly number[],
  reduction: number = limits.reduction,
): boolean {
  const better = others.filter((other) => other > score).length;
  return better < Math.max(1, Math.floor((others.length + 1) / reduction));
}

/** The epochs after which a trial is judged, last first: a third of all that it is to have, a ninth, and so on,
 * rounded, as long as one is left. The rates of most schedules fall towards the end of a run, and its accuracy rises
 * then, so trials of different lengths are alike only at the same share of theirs.
 *
 * @param epochs of the whole trial
 *
 * @example
 * ```ts
 * import { rungsOf } from "@lib/tune/successive_halving.ts";
 * import { deepStrictEqual } from "node:assert";
 * deepStrictEqual([1, 2, 9, 20].map(rungsOf), [[], [1], [3, 1], [7, 2, 1]]);
 * ```
 */
export function rungsOf(epochs: number): number[] {
  const rungs: number[] = [];
  for (let left = epochs / limits.reduction; left >= 0.5; left /= limits.reduction) {
    rungs.push(Math.round(left));
  }
  return rungs;
}

/** How far a trial has come. */
export interface Climb {
  /** What it is to be trained for. */
  readonly epochs: number;
  /** After each epoch so far. */
  readonly accuracies: readonly number[];
}

/** Whether a trial is stopped after the epoch that it has just ended: that is one of its {@link rungsOf}, and it lags
 * behind the trials that came to theirs before.
 *
 * @param earlier the trials before it */
export function isToStop(trial: Climb, earlier: readonly Climb[]): boolean {
  const { epochs, accuracies } = trial;
  const rung = rungsOf(epochs).indexOf(accuracies.length);
  if (rung < 0) return false;
  const others = earlier.flatMap((other) =>
    other.accuracies[rungsOf(other.epochs)[rung] - 1] ?? []
  );
  return !goesOn(accuracies.at(-1)!, others);
}
