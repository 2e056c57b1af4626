/** One trial, in a form that can be handed to whoever runs it.
 *
 * @module
 */

import { rngFromSeed } from "../base/rng.ts";
import { nextSettings } from "./sampler.ts";
import type { Settings } from "./space.ts";
import type { StudyPlan } from "./study_plan.ts";
import type { Climb } from "./successive_halving.ts";
import type { Trial } from "./trial.ts";

/** What a trial is to do. With the profile and the images it decides how the trial ends, wherever that is run. */
export interface TrialTask {
  /** Of the trial, from 0. */
  readonly number: number;
  readonly settings: Settings;
  /** For how many it is trained, unless it is stopped. */
  readonly epochs: number;
  /** The trials that it is judged by after some of its epochs; left out where none is stopped. */
  readonly earlier?: readonly Climb[];
}

/** The task of a trial. It hangs on the plan, the number, and the trials that came at least `plan.atOnce` before it:
 * those between may still be running, and are not looked at.
 *
 * @param number of the trial
 * @param finished trials in their order, those that it may know among them
 *
 * @example
 * ```ts
 * import { profileNamed } from "@lib/base/profile.ts";
 * import type { StudyPlan } from "@lib/tune/study_plan.ts";
 * import { trialTask } from "@lib/tune/trial_task.ts";
 * import { deepStrictEqual } from "node:assert";
 * const plan: StudyPlan = {
 *   profile: profileNamed("quick"),
 *   space: { momentum: { kind: "uniform", low: 0, high: 0.9 } },
 *   ...{ sampler: "halton", seed: 1, earlyStop: true, data: "none", atOnce: 2 },
 * };
 * const { settings } = trialTask(plan, 0, []);
 * const scores = { accuracies: [0.8, 0.9], validationAccuracy: 0.9, validationLoss: 0.4 };
 * const trials = [{ number: 0, settings, ...scores, isStopped: false, seconds: 1 }];
 * deepStrictEqual(trialTask(plan, 1, trials).earlier, []); // it runs beside the first
 * deepStrictEqual(trialTask(plan, 2, trials).earlier, [{ epochs: 2, accuracies: [0.8, 0.9] }]);
 * ```
 */
export function trialTask(
  { profile, space, sampler, seed, earlyStop, atOnce = 1 }: StudyPlan,
  number: number,
  finished: readonly Trial[],
): TrialTask {
  const known = finished.filter((trial) => trial.number <= number - atOnce);
  const settings = nextSettings(sampler, space, rngFromSeed(seed).stream("study"), known, number);
  const epochsOf = ({ epochs = profile.epochs }: Settings): number => epochs;
  const climbs = known.map(({ settings, accuracies }) => {
    return { epochs: epochsOf(settings), accuracies };
  });
  return { number, settings, epochs: epochsOf(settings), ...(earlyStop && { earlier: climbs }) };
}
