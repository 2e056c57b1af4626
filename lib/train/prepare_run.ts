import type * as tf from "@tensorflow/tfjs";
import type { Profile } from "../base/profile.ts";
import { type Rng, rngFromSeed } from "../base/rng.ts";
import type { Dataset } from "../download/dataset.ts";
import { buildNetwork } from "../model/networks/build_network.ts";
import { syntheticDigits } from "../preprocess/handwriting/synthetic_digits.ts";
import { type PixelStatistics, pixelStatistics } from "../preprocess/dataset/pixel_statistics.ts";
import { profileSplit } from "../preprocess/dataset/profile_split.ts";

/** What a training run starts from. */
export interface PreparedRun {
  readonly train: Dataset;
  /** Varied once and for all where the profile's augmentation is `"handwriting"`. */
  readonly validation: Dataset;
  /** Of the training split alone. */
  readonly statistics: PixelStatistics;
  /** Untrained. */
  readonly model: tf.LayersModel;
  /** For `fit`: order and augmentation. */
  readonly rng: Rng;
}

/** Split, pixel statistics and untrained network of a profile. One seed decides everything, one
 * stream of random numbers for each purpose: subset, split, weights, order.
 *
 * @param training all training images, as loaded
 */
export function prepareRun(profile: Profile, training: Dataset): PreparedRun {
  const [, , forWeights, rng] = rngFromSeed(profile.seed).split(4);
  const isVaried = profile.augmentation === "handwriting";
  const { train, validation } = profileSplit(profile, training);
  const statistics = pixelStatistics(train);
  const model = buildNetwork(profile.network, { ...statistics, rng: forWeights });
  return {
    train,
    validation: isVaried ? varied(validation, rng) : validation,
    statistics,
    model,
    rng,
  };
}

function varied(validation: Dataset, rng: Rng): Dataset {
  const all = Uint32Array.from({ length: validation.size }, (_, index) => index);
  return syntheticDigits(validation, all, rng.fork(0)); // the epochs have the forks from 1
}
