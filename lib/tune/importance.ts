/** Which settings matter.
 *
 * @module
 */

import { mean, sum } from "../base/statistics.ts";
import {
  type SettingName,
  type SettingRange,
  type Space,
  unitOf,
  variedDimensions,
} from "./space.ts";
import { compareTrials, type Trial } from "./trial.ts";

/** How much a setting tells of how a trial does. */
export interface Importance {
  readonly setting: SettingName;
  /** The share of the variance of the trials' ranks that a fit over this setting alone explains, less what as many
   * numbers explain by chance (adjusted R²), 0 to 1; `undefined` where there are too few trials to tell. */
  readonly explained: number | undefined;
}

/** How much each setting matters by itself: of the ranks of the trials by their last accuracy, the share of the
 * variance that a parabola over the setting explains, or of a choice the means of its values. Ranks, as one trial
 * that diverges would count for more than all others; a parabola, as the best often lies in the middle, where a
 * correlation sees nothing. What settings do together it does not see, and shares need not add up to 1.
 *
 * @param trials all of a study; one that was stopped counts by the accuracy that it had
 * @returns of each setting that varies, most important first
 *
 * @example
 * ```ts
 * import { importanceOf } from "@lib/tune/importance.ts";
 * import { ok } from "node:assert";
 * const span = { kind: "uniform", low: 0, high: 0.9 } as const;
 * const trials = Array.from({ length: 30 }, (_, number) => {
 *   const settings = { momentum: (number * 7 % 30) / 34, labelSmoothing: number / 34 };
 *   const accuracy = 1 - (settings.momentum - 0.4) ** 2; // the other one has no part in it
 *   const score = { validationAccuracy: accuracy, validationLoss: 0, accuracies: [accuracy] };
 *   return { number, settings, ...score, isStopped: false, seconds: 1 };
 * });
 * const [first, second] = importanceOf({ momentum: span, labelSmoothing: span }, trials);
 * ok(first.setting === "momentum" && first.explained! > 0.9 && second.explained! < 0.3);
 * ```
 */
export function importanceOf(space: Space, trials: readonly Trial[]): Importance[] {
  const ranks = ranksOf(trials);
  return variedDimensions(space).map(([setting, range]) => {
    const places = trials.map(({ settings }) => unitOf(range, settings[setting]!));
    return { setting, explained: explained(range, places, ranks) };
  }).sort((a, b) => (b.explained ?? -1) - (a.explained ?? -1));
}

/** From 0 for the worst; equal ones share the mean of theirs. */
function ranksOf(trials: readonly Trial[]): number[] {
  return trials.map((trial) => {
    const orders = trials.map((other) => compareTrials(trial, other));
    const [worse, equal] = [orders.filter((x) => x < 0), orders.filter((x) => x === 0)];
    return worse.length + (equal.length - 1) / 2;
  });
}

function explained(
  range: SettingRange,
  places: readonly number[],
  ranks: readonly number[],
): number | undefined {
  const distinct = [...new Set(places)];
  const fitted = range.kind === "choice"
    ? groupMeans(places, ranks)
    : parabola(places, ranks, Math.min(2, distinct.length - 1));
  const free = range.kind === "choice" ? distinct.length - 1 : Math.min(2, distinct.length - 1);
  const left = ranks.length - free - 1;
  if (left < 1) return undefined;
  const middle = mean(ranks);
  const total = sum(ranks.map((rank) => (rank - middle) ** 2));
  if (total === 0 || free === 0) return 0;
  const rest = sum(ranks.map((rank, i) => (rank - fitted[i]) ** 2));
  return Math.max(0, 1 - (rest / left) / (total / (ranks.length - 1)));
}

function groupMeans(places: readonly number[], ranks: readonly number[]): number[] {
  return places.map((place) => mean(ranks.filter((_, i) => places[i] === place)));
}

/** The least-squares polynomial at the places, by orthogonal polynomials (Forsythe, 1957,
 * https://doi.org/10.1137/0105007). */
function parabola(places: readonly number[], ranks: readonly number[], degree: number): number[] {
  let fitted = places.map(() => mean(ranks));
  let [before, now] = [places.map(() => 0), places.map(() => 1)];
  const product = (a: readonly number[], b: readonly number[]): number =>
    sum(a.map((value, i) => value * b[i]));
  for (let power = 1; power <= degree; power++) {
    const weight = product(now, now);
    const shift = sum(now.map((value, i) => value * value * places[i])) / weight;
    const back = power === 1 ? 0 : weight / product(before, before);
    const next = now.map((value, i) => (places[i] - shift) * value - back * before[i]);
    [before, now] = [now, next];
    const share = product(now, ranks) / product(now, now);
    fitted = fitted.map((value, i) => value + share * now[i]);
  }
  return fitted;
}
