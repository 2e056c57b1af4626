/** Looking for good settings, trial by trial.
 *
 * @module
 */

import type { Settings } from "./space.ts";
import type { StudyPlan } from "./study_plan.ts";
import { isToStop } from "./successive_halving.ts";
import type { EpochScore, Trial } from "./trial.ts";
import { type TrialTask, trialTask } from "./trial_task.ts";

/** Trains with some settings and tells after each epoch how it goes; whoever wants no more of it stops asking. */
export type Objective = (settings: Settings) => AsyncIterable<EpochScore>;

/** The trials of a study that are run in one of several places: each `of`-th from `first` on. Those of the other
 * places are not known to them.
 */
export interface StudyPart {
  /** The number of the first, from 0. */
  readonly first: number;
  /** How many places there are. */
  readonly of: number;
}

/** How long a study goes on, and where it begins. */
export interface StudyOptions {
  /** The trials that an earlier run of the same plan has finished. */
  readonly finished?: readonly Trial[];
  /** How many there shall be in all, those included; without end by default. */
  readonly trials?: number;
  /** Which of them are run here; all by default. */
  readonly part?: StudyPart;
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
  { now, ...options }: StudyOptions = {},
): AsyncGenerator<Trial, void> {
  yield* runTasks(plan, (task) => runTrial(task, objective, now), options);
}

/** Has the trials of a plan run by others, some at a time, and gives each that is over, in the order of their
 * numbers. They are the trials that {@link runStudy} has.
 *
 * @param run runs a trial wherever it likes
 * @param options.running how many are under way at most; one by default, and no more than the `atOnce` of the plan
 * @throws what `run` throws; the trials under way are lost then
 */
export async function* runTasks(
  plan: StudyPlan,
  run: (task: TrialTask) => Promise<Trial>,
  options: Omit<StudyOptions, "now"> & { readonly running?: number } = {},
): AsyncGenerator<Trial, void> {
  const { trials = Infinity, isTimeUp = () => false, running = 1 } = options;
  const { first, of } = options.part ?? { first: 0, of: 1 };
  const finished = [...options.finished ?? []];
  const underWay: Promise<Trial>[] = [];
  for (let next = first + of * finished.length;;) {
    while (underWay.length < running && next < trials && !isTimeUp()) {
      const trial = run(trialTask(plan, next, finished));
      trial.catch(() => {}); // its error is thrown when its turn comes
      underWay.push(trial);
      next += of;
    }
    const trial = await underWay.shift();
    if (trial === undefined) return;
    finished.push(trial);
    yield trial;
  }
}

/** Runs a trial until it ends, or is stopped.
 *
 * @param now the time in milliseconds; another clock for tests
 * @throws {RangeError} if the objective ends before
 * @throws what the objective throws
 */
export async function runTrial(
  { number, settings, epochs, earlier }: TrialTask,
  objective: Objective,
  now: () => number = () => performance.now(),
): Promise<Trial> {
  const start = now();
  const accuracies: number[] = [];
  for await (const { validationAccuracy, validationLoss } of objective(settings)) {
    accuracies.push(validationAccuracy);
    const isOver = accuracies.length >= epochs || validationLoss === Infinity;
    const isStopped = !isOver && earlier !== undefined && isToStop({ epochs, accuracies }, earlier);
    if (!isOver && !isStopped) continue;
    const seconds = (now() - start) / 1000;
    return { number, settings, accuracies, validationAccuracy, validationLoss, isStopped, seconds };
  }
  throw new RangeError(
    `Cannot score a trial: found ${accuracies.length} epochs, wanted ${epochs}`,
  );
}
