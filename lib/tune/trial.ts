/** One training run of a study.
 *
 * @module
 */

import type { Settings } from "./space.ts";

/** How a network did after an epoch, on the validation images. */
export interface EpochScore {
  /** 0 to 1; chance, 0.1, if it diverged. */
  readonly validationAccuracy: number;
  /** In nats; infinite if it diverged. */
  readonly validationLoss: number;
}

/** A trial that is over, with the score of its last epoch. */
export interface Trial extends EpochScore {
  /** From 0, in the order of the study. */
  readonly number: number;
  /** What it set. */
  readonly settings: Settings;
  /** The accuracy after each epoch that it was trained for. */
  readonly accuracies: readonly number[];
  /** Whether it was stopped before its last epoch. */
  readonly isStopped: boolean;
  /** How long training and scoring took. */
  readonly seconds: number;
}

/** A trial that was parsed from JSON, which has no infinity: one that diverged has `null` for its loss there. */
export function parsedTrial(trial: Trial): Trial {
  return { ...trial, validationLoss: trial.validationLoss ?? Infinity };
}

/** The best of the trials that went to their end: the highest accuracy, of equals the lower loss, then the
 * earlier.
 *
 * @returns `undefined` where none went to its end
 */
export function bestTrial(trials: readonly Trial[]): Trial | undefined {
  const whole = trials.filter(({ isStopped }) => !isStopped);
  return whole.toSorted(compareTrials)[0];
}

/** Orders scores from the best to the worst: by accuracy, equal ones by loss. */
export function compareTrials(a: EpochScore, b: EpochScore): number {
  if (a.validationAccuracy !== b.validationAccuracy) {
    return b.validationAccuracy - a.validationAccuracy;
  }
  return a.validationLoss === b.validationLoss ? 0 : a.validationLoss - b.validationLoss;
}
