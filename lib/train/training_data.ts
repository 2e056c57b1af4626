import type { Profile } from "../base/profile.ts";
import { runStreams } from "../base/run_streams.ts";
import type { Dataset } from "../download/dataset.ts";
import { profileSplit } from "../preprocess/dataset/profile_split.ts";
import { variations } from "./steps/variations.ts";

/** What is learned, and what each epoch is scored on. */
export interface TrainingData {
  readonly train: Dataset;
  readonly validation: Dataset;
}

/** What a profile's run learns and is scored on: the split of its seed, by `profileSplit`. Where its
 * augmentation goes by a name, the validation images are varied likewise, once and for all: a model for
 * handwriting is judged on handwriting.
 *
 * @param training all training images, as loaded
 */
export function trainingData(profile: Profile, training: Dataset): TrainingData {
  const { train, validation } = profileSplit(profile, training);
  const { augmentation } = profile;
  if (typeof augmentation !== "string") return { train, validation };
  const all = Uint32Array.from({ length: validation.size }, (_, index) => index);
  const rng = runStreams(profile.seed).validation;
  return { train, validation: variations[augmentation](validation, all, rng, { first: 0 }) };
}
