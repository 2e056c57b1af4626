/** What a training run starts from.
 *
 * @module
 */

import type { Profile } from "../base/profile.ts";
import type { Rng } from "../base/rng.ts";
import { runStreams } from "../base/run_streams.ts";
import type { Dataset } from "../download/dataset.ts";
import { setSeesCentred } from "../model/centring.ts";
import { setNonDigitPrior } from "../model/non_digit_prior.ts";
import { nonDigitShare } from "../preprocess/handwriting/non_digit_share.ts";
import { buildNetwork } from "../model/networks/build_network.ts";
import { type PixelStatistics, pixelStatistics } from "../preprocess/dataset/pixel_statistics.ts";
import { trainingData } from "./training_data.ts";
import type { LayersModel } from "../backend/layers_model.ts";

/** What a training run starts from. */
export interface PreparedRun {
  /** To learn from. */
  readonly train: Dataset;
  /** Varied once and for all where the profile's augmentation goes by a name. */
  readonly validation: Dataset;
  /** Of the training split alone. */
  readonly statistics: PixelStatistics;
  /** Untrained; says how common "no digit" is among what it will learn, where there is any. */
  readonly model: LayersModel;
  /** For `fit`: order and augmentation. */
  readonly rng: Rng;
}

/** Split, pixel statistics and untrained network of a profile. One seed decides everything, one
 * stream of random numbers for each purpose (`runStreams`).
 *
 * @param training all training images, as loaded
 *
 * @example
 * ```ts
 * import { profileNamed } from "@lib/base/profile.ts";
 * import { loadMnist } from "@lib/download/load_mnist.ts";
 * import { prepareRun } from "@lib/train/prepare_run.ts";
 * import { strictEqual } from "node:assert";
 * const profile = profileNamed("smoke");
 * const run = prepareRun(profile, (await loadMnist()).train);
 * strictEqual(run.train.size + run.validation.size, profile.images);
 * ```
 */
export function prepareRun(profile: Profile, training: Dataset): PreparedRun {
  const { weights, order: rng } = runStreams(profile.seed);
  const { train, validation } = trainingData(profile, training);
  const statistics = pixelStatistics(train);
  const { network, width } = profile;
  const model = buildNetwork(network, { ...statistics, rng: weights, width });
  if (profile.augmentation === "handwriting") {
    setNonDigitPrior(model, nonDigitShare);
    setSeesCentred(model);
  }
  return { train, validation, statistics, model, rng };
}
