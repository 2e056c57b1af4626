/** The one split into images to learn from and images to choose by.
 *
 * @module
 */

import type { Profile } from "../../base/profile.ts";
import { runStreams } from "../../base/run_streams.ts";
import type { Dataset } from "../../download/dataset.ts";
import { splitLimits } from "./limits.ts";
import { splitTrainValidation } from "./split_train_validation.ts";
import { stratifiedSubset } from "./stratified_subset.ts";

/** The images that a profile's run learns, and those that it is validated on: the same in every command
 * and notebook, for they hang on the profile and its seed alone. Of a small data set at most a fifth is
 * held back, however many the profile says.
 *
 * @param training all training images, as loaded
 *
 * @example
 * ```ts
 * import { profileNamed } from "@lib/base/profile.ts";
 * import { loadMnist } from "@lib/download/load_mnist.ts";
 * import { profileSplit } from "@lib/preprocess/dataset/profile_split.ts";
 * import { deepStrictEqual } from "node:assert";
 * const profile = profileNamed("smoke");
 * const { train } = await loadMnist();
 * const [once, again] = [profileSplit(profile, train), profileSplit(profile, train)];
 * deepStrictEqual(once.validation.labels, again.validation.labels);
 * ```
 */
export function profileSplit(
  { seed, images, validationSize }: Pick<Profile, "seed" | "images" | "validationSize">,
  training: Dataset,
): { readonly train: Dataset; readonly validation: Dataset } {
  const streams = runStreams(seed);
  const some = images < training.size
    ? stratifiedSubset(training, images, streams.subset)
    : training;
  const most = Math.max(1, Math.floor(splitLimits.mostValidation * some.size));
  return splitTrainValidation(some, streams.split, {
    validationSize: Math.min(validationSize, most),
  });
}
