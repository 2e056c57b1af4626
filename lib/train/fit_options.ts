/** How a training run goes.
 *
 * @module
 */

import type { Schedule } from "../base/profile.ts";
import type { Rng } from "../base/rng.ts";
import type { LearnerOptions } from "./steps/learner_options.ts";

/** How a run goes; a profile with an `rng` added fits. */
export interface FitOptions extends LearnerOptions {
  /** How often all images are seen. */
  readonly epochs: number;
  /** Images a step, of all workers together. */
  readonly batchSize: number;
  /** The highest rate of the schedule. */
  readonly learningRate: number;
  /** How the learning rate moves from the first step to the last. */
  readonly schedule: Schedule;
  /** On how many cores; as many as pay off by default, see `workerCount`. The result is the same up
   * to rounding. A model of which no plan is made has one, whatever is wished. */
  readonly workers?: number;
  /** Decides the order of the images and their augmentation, epoch by epoch. */
  readonly rng: Rng;
  /** Where the best model (`model.json`) and the last checkpoint go; nowhere if missing. */
  readonly folder?: string;
  /** Go on from the last checkpoint in the folder. */
  readonly resume?: boolean;
  /** Ends the run after the step at hand, with a checkpoint. */
  readonly signal?: AbortSignal;
}

/** Makes sure that a run can begin.
 *
 * @param images how many there are to learn from
 * @throws {RangeError} if there is nothing to train on, or a number makes no sense
 *
 * @example
 * ```ts
 * import { profileNamed } from "@lib/base/profile.ts";
 * import { rngFromSeed } from "@lib/base/rng.ts";
 * import { checkFitOptions } from "@lib/train/fit_options.ts";
 * import { throws } from "node:assert";
 * const options = { ...profileNamed("quick"), rng: rngFromSeed(1) };
 * checkFitOptions(55_000, options);
 * throws(() => checkFitOptions(55_000, { ...options, batchSize: 0 }), /batchSize 0/);
 * ```
 */
export function checkFitOptions(images: number, options: FitOptions): void {
  const { epochs, batchSize, learningRate } = options;
  if (images === 0) throw new RangeError("Cannot train on 0 images: wanted at least 1");
  for (const [name, value] of Object.entries({ epochs, batchSize })) {
    if (!Number.isInteger(value) || value < 1) {
      throw new RangeError(`Cannot train with ${name} ${value}: must be an integer of at least 1`);
    }
  }
  if (!(learningRate > 0)) {
    throw new RangeError(`Cannot train with learningRate ${learningRate}: must be positive`);
  }
  if (options.resume && options.folder === undefined) {
    throw new RangeError("Cannot resume without a folder: wanted the one of the interrupted run");
  }
}

/** What must be the same for a run to be resumed, as text. */
export function settingsOf(images: number, options: FitOptions): string {
  const { folder: _folder, resume: _resume, signal: _signal, workers: _workers, rng, ...rest } =
    options;
  const numbers = Object.entries({ ...rest, images, randomness: rng.fork(0).integer(2 ** 32) });
  return JSON.stringify(Object.fromEntries(numbers.sort(([a], [b]) => a < b ? -1 : 1)));
}
