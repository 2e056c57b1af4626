/** The learning rate of a step.
 *
 * @module
 */

import type { Schedule } from "../base/profile.ts";

/** The learning rate of one step.
 *
 * - `constant`: always the peak.
 * - `step`: multiplied by `factor` after every `every` steps.
 * - `cosine`: from the peak down to 0 along half a cosine (Loshchilov and Hutter, 2017,
 *   https://arxiv.org/abs/1608.03983).
 * - `one-cycle`: up from 0 over the share `warmUp` of the steps, then down to 0, both straight
 *   (after Smith and Topin, 2018, https://arxiv.org/abs/1708.07120).
 *
 * @param schedule its kind and numbers
 * @param peak the highest rate, above 0
 * @param step from 0
 * @param steps how many the whole run has
 * @throws {RangeError} if the step lies outside the run
 *
 * @example
 * ```ts
 * import { scheduledRate } from "@lib/train/schedule.ts";
 * const rate = scheduledRate({ kind: "cosine" }, 0.1, 50, 100); // half-way down
 * if (Math.abs(rate - 0.05) > 1e-12) throw new Error(`${rate}`);
 * ```
 */
export function scheduledRate(
  schedule: Schedule,
  peak: number,
  step: number,
  steps: number,
): number {
  if (!(step >= 0 && step < steps)) {
    throw new RangeError(
      `Cannot take the learning rate of step ${step}: must be 0 to ${steps - 1}`,
    );
  }
  switch (schedule.kind) {
    case "constant":
      return peak;
    case "step":
      return peak * schedule.factor ** Math.floor(step / schedule.every);
    case "cosine":
      return peak * (1 + Math.cos(Math.PI * step / steps)) / 2;
    case "one-cycle": {
      // The first and the last step would have rate 0 and learn nothing: both ends lie outside.
      const position = (step + 1) / (steps + 1);
      const { warmUp } = schedule;
      return peak * (position < warmUp ? position / warmUp : (1 - position) / (1 - warmUp));
    }
  }
}
