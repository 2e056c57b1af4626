/** Looking for good settings, trial by trial.
 *
 * @module
 */

import { rngFromSeed } from "../base/rng.ts";
import { nextSettings } from "./sampler.ts";
import type { Settings } from "./space.ts";
import type { StudyPlan } from "./study_plan.ts";
import { type Climb, isToStop } from "./successive_halving.ts";
import type { EpochScore, Trial } from "./trial.ts";

/** Trains with some settings and tells after each epoch how it goes; whoever wants no more of it stops asking. */
export type Objective = (settings: Settings) => AsyncIterable<EpochScore>;

/** How long a study goes on, and where it begins. */
export interface StudyOptions {
  /** The trials that an earlier run of the same plan has finished. */
  readonly finished?: readonly Trial[];
  /** How many there shall be in all, those included; without end by default. */
  readonly trials?: number;
  /** Asked before each trial: whether none shall begin any more. */
  readonly isTimeUp?: () => boolean;
  /** The time in milliseconds; another clock for tests. */
  readonly now?: () => number;
}

/** Runs the trials of a plan, one after the other, and gives each that is over.
 *
 * Which trials there are hangs on the plan and on the scores alone, so a study that goes on from its finished
 * trials has the same ones as one that was never cut off.
 *
 * @param objective is asked for the epochs of a trial until it ends, or the trial is stopped
 * @throws what the objective throws; the trial at hand is lost then
 *
 * @example
 * ```ts
 * import { profileNamed } from "@lib/base/profile.ts";
 * import { runStudy } from "@lib/tune/study.ts";
 * import { bestTrial } from "@lib/tune/trial.ts";
 * import { ok } from "node:assert";
 * const trials = await Array.fromAsync(runStudy({
 *   profile: { ...profileNamed("smoke"), epochs: 1 },
 *   space: { learningRate: { kind: "log-uniform", low: 0.01, high: 1 } },
 *   ...{ sampler: "halton", seed: 1, earlyStop: true, data: "none" },
 * }, async function* ({ learningRate = 0 }) { // best at 0.1
 *   yield { validationAccuracy: 1 - Math.abs(Math.log10(learningRate / 0.1)), validationLoss: 0 };
 * }, { trials: 20 }));
 * const { learningRate = 0 } = bestTrial(trials)!.settings;
 * ok(learningRate > 0.07 && learningRate < 0.14, `${learningRate}`);
 * ```
 */
export async function* runStudy(
  plan: StudyPlan,
  objective: Objective,
  options: StudyOptions = {},
): AsyncGenerator<Trial, void> {
  const { trials = Infinity, isTimeUp = () => false, now = () => performance.now() } = options;
  const rng = rngFromSeed(plan.seed).stream("study");
  const finished = [...options.finished ?? []];
  while (finished.length < trials && !isTimeUp()) {
    const settings = nextSettings(plan.sampler, plan.space, rng, finished);
    const start = now();
    const epochs = settings.epochs ?? plan.profile.epochs;
    const earlier = finished.map(({ settings: { epochs = plan.profile.epochs }, accuracies }) => {
      return { epochs, accuracies };
    });
    const outcome = await tried(objective(settings), epochs, plan.earlyStop ? earlier : undefined);
    const seconds = (now() - start) / 1000;
    const trial = { number: finished.length, settings, ...outcome, seconds };
    finished.push(trial);
    yield trial;
  }
}

async function tried(
  scores: AsyncIterable<EpochScore>,
  epochs: number,
  earlier: readonly Climb[] | undefined,
): Promise<EpochScore & Pick<Trial, "accuracies" | "isStopped">> {
  const accuracies: number[] = [];
  for await (const { validationAccuracy, validationLoss } of scores) {
    accuracies.push(validationAccuracy);
    const isOver = accuracies.length >= epochs || validationLoss === Infinity;
    const isStopped = !isOver && earlier !== undefined && isToStop({ epochs, accuracies }, earlier);
    if (isOver || isStopped) return { accuracies, validationAccuracy, validationLoss, isStopped };
  }
  throw new RangeError(
    `Cannot score a trial: found ${accuracies.length} epochs, wanted ${epochs}`,
  );
}
