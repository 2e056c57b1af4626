/** What a run learns, and what it is scored on.
 *
 * @module
 */

import type { Profile } from "../base/profile.ts";
import type { Rng } from "../base/rng.ts";
import { runStreams } from "../base/run_streams.ts";
import type { Dataset } from "../download/dataset.ts";
import { profileSplit } from "../preprocess/dataset/profile_split.ts";
import { variations } from "./steps/variations.ts";

/** What is learned, and what each epoch is scored on. */
export interface TrainingData {
  /** To learn from. */
  readonly train: Dataset;
  /** To score by after each epoch. */
  readonly validation: Dataset;
}

/** What a profile's run learns and is scored on: the split of its seed, by `profileSplit`. Where its
 * augmentation goes by a name, the validation images are varied likewise, once and for all: a model for
 * handwriting is judged on handwriting.
 *
 * @param training all training images, as loaded
 *
 * @example
 * ```ts
 * import { profileNamed } from "@lib/base/profile.ts";
 * import { loadMnist } from "@lib/download/load_mnist.ts";
 * import { trainingData } from "@lib/train/training_data.ts";
 * import { deepStrictEqual } from "node:assert";
 * const { train } = await loadMnist();
 * const data = trainingData(profileNamed("quick"), train);
 * deepStrictEqual([data.train.size, data.validation.size], [55_000, 5_000]);
 * ```
 */
export function trainingData(profile: Profile, training: Dataset): TrainingData {
  const { train, validation } = profileSplit(profile, training);
  const { augmentation } = profile;
  if (typeof augmentation !== "string") return { train, validation };
  const rng = runStreams(profile.seed).validation;
  return { train, validation: variedOnce(validation, augmentation, rng) };
}

/** Each image of a data set varied once, by a variation that goes by a name. */
export function variedOnce(
  dataset: Dataset,
  variation: keyof typeof variations,
  rng: Rng,
): Dataset {
  const all = Uint32Array.from({ length: dataset.size }, (_, index) => index);
  return variations[variation](dataset, all, rng, { first: 0 });
}
