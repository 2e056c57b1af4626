import type { Profile } from "@lib/base/profile.ts";
import type { TrainingData } from "@lib/train/training_data.ts";
import type { Settings } from "@lib/tune/space.ts";
import { trainingObjective } from "@lib/tune/training_objective.ts";

/** What came of some settings. */
export interface Score {
  /** On the validation data, after the last epoch. */
  readonly accuracy: number;
  /** Of training, and scoring each epoch. */
  readonly seconds: number;
}

/** Trains a profile with some settings in place of its own. */
export async function scoreSettings(
  profile: Profile,
  data: TrainingData,
  settings: Settings = {},
): Promise<Score> {
  const start = performance.now();
  const scores = await Array.fromAsync(trainingObjective(data, { profile })(settings));
  const seconds = (performance.now() - start) / 1000;
  return { accuracy: scores.at(-1)!.validationAccuracy, seconds };
}
