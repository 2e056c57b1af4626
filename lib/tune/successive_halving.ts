/** Which trials are worth going on with.
 *
 * @module
 */

import { halvingLimits as limits } from "./limits.ts";
import type { Trial } from "./trial.ts";

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

/** Whether an epoch is one after which trials are judged: the first, then ever three times as many. */
export function isRung(epoch: number): boolean {
  let rung: number = limits.firstRung;
  while (rung < epoch) rung *= limits.reduction;
  return rung === epoch;
}

/** Whether a trial is stopped after the epoch that it has just ended.
 *
 * @param accuracies after each of its epochs so far
 * @param earlier the trials before it */
export function isToStop(accuracies: readonly number[], earlier: readonly Trial[]): boolean {
  const epoch = accuracies.length;
  if (!isRung(epoch)) return false;
  const others = earlier.flatMap((trial) => trial.accuracies[epoch - 1] ?? []);
  return !goesOn(accuracies[epoch - 1], others);
}
