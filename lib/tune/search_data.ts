/** What the candidates of a search learn, and are compared on.
 *
 * @module
 */

import type { Profile } from "../base/profile.ts";
import { rngFromSeed } from "../base/rng.ts";
import type { Dataset } from "../download/dataset.ts";
import { stratifiedSubset } from "../preprocess/dataset/stratified_subset.ts";
import { type TrainingData, trainingData } from "../train/training_data.ts";

/** Training images that each candidate of a search learns from, where there are as many and no other
 * number is asked for. */
export const usualSearchImages = 5_000;

/** What the candidates of a search learn, and what they are compared on: a part of what the profile's
 * run learns, and the very validation images of that run.
 *
 * @param training all training images, as loaded
 * @param images how many a candidate learns; {@link usualSearchImages} at most by default
 * @throws {RangeError} if the profile has fewer to train on
 *
 * @example
 * ```ts
 * import { profileNamed } from "@lib/base/profile.ts";
 * import { loadMnist } from "@lib/download/load_mnist.ts";
 * import { profileSplit } from "@lib/preprocess/dataset/profile_split.ts";
 * import { searchData } from "@lib/tune/search_data.ts";
 * import { deepStrictEqual } from "node:assert";
 * const profile = profileNamed("smoke");
 * const { train } = await loadMnist();
 * const { validation } = searchData(profile, train, 300);
 * deepStrictEqual(validation.labels, profileSplit(profile, train).validation.labels);
 * ```
 */
export function searchData(profile: Profile, training: Dataset, images?: number): TrainingData {
  const { train, validation } = trainingData(profile, training);
  const size = images ?? Math.min(usualSearchImages, train.size);
  if (size > train.size) {
    throw new RangeError(
      `Cannot train on ${size} images: profile ${profile.name} has ${train.size} to train on`,
    );
  }
  const rng = rngFromSeed(profile.seed).stream("search subset");
  return { train: stratifiedSubset(train, size, rng), validation };
}
