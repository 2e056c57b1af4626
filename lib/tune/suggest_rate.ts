/** Reading a learning rate off a range test.
 *
 * @module
 */

import { smooth } from "../figures/parts/smooth.ts";
import { rangeTestLimits as limits } from "./limits.ts";

/** What a range test says. */
export interface SuggestedRate {
  /** The losses, each as the mean of its neighbours. */
  readonly smoothed: readonly number[];
  /** The rate where the smoothed loss falls most steeply over the logarithm of the rate. */
  readonly steepest: number;
  /** The rate at which the loss has lost half of what it had gained; `undefined` where it never does. */
  readonly diverged: number | undefined;
  /** What is suggested as the highest rate of a schedule. */
  readonly suggested: number;
  /** How it was found: a tenth of the rate of divergence, or the steepest fall where nothing diverged. */
  readonly rule: "tenth" | "steepest";
}

/** The learning rate that the losses of a range test suggest: a tenth of the rate at which they diverge. The
 * schedules of this project reach their highest rate for a moment only, so it may lie close to what diverges;
 * the steepest fall tells where learning is fastest at the start and lies far lower. It is taken only where
 * nothing diverged.
 *
 * @param rates rising, all above 0
 * @param losses as many, in nats
 * @throws {RangeError} if there are fewer than three, or the loss never falls
 *
 * @example
 * ```ts
 * import { suggestRate } from "@lib/tune/suggest_rate.ts";
 * import { ok, strictEqual } from "node:assert";
 * const rates = Array.from({ length: 100 }, (_, step) => 10 ** (step / 20 - 4));
 * const losses = rates.map((rate) => 2.3 / (1 + (rate / 0.01) ** 2) + rate);
 * const { suggested, rule } = suggestRate(rates, losses);
 * strictEqual(rule, "tenth");
 * ok(suggested > 0.09 && suggested < 0.14, `${suggested}`);
 * ```
 */
export function suggestRate(rates: readonly number[], losses: readonly number[]): SuggestedRate {
  if (losses.length < 3 || rates.length !== losses.length) {
    throw new RangeError(
      `Cannot suggest a rate from ${losses.length} losses of ${rates.length} rates: wanted as many, ` +
        "three at least",
    );
  }
  const smoothed = smooth(losses);
  const lowest = smoothed.indexOf(Math.min(...smoothed));
  const gained = smoothed[0] - smoothed[lowest];
  if (!(gained > 0)) {
    throw new RangeError(
      `Cannot suggest a rate between ${rates[0]} and ${
        rates.at(-1)
      }: found a loss that never falls, ` +
        "wanted one that does; begin with a lower rate, or end with a higher one",
    );
  }
  const steepest = rates[steepestStep(rates, smoothed, lowest)];
  const bound = smoothed[lowest] + limits.lostShare * gained;
  const diverged = rates.find((_, step) => step > lowest && smoothed[step] >= bound);
  return diverged === undefined
    ? { smoothed, steepest, diverged, suggested: steepest, rule: "steepest" }
    : { smoothed, steepest, diverged, suggested: diverged / limits.divisor, rule: "tenth" };
}

/** The step before the lowest loss about which it falls fastest, over some steps on both sides. */
function steepestStep(
  rates: readonly number[],
  smoothed: readonly number[],
  lowest: number,
): number {
  const reach = Math.max(1, Math.round(rates.length / 25));
  let [best, least] = [0, Infinity];
  for (let step = 0; step <= lowest; step++) {
    const [from, to] = [Math.max(0, step - reach), Math.min(lowest, step + reach)];
    const slope = (smoothed[to] - smoothed[from]) / Math.log(rates[to] / rates[from]);
    if (slope < least) [best, least] = [step, slope];
  }
  return best;
}
