import type { Profile } from "../../base/profile.ts";
import { rngFromSeed } from "../../base/rng.ts";
import type { Dataset } from "../../download/dataset.ts";
import { splitTrainValidation } from "./split_train_validation.ts";
import { stratifiedSubset } from "./stratified_subset.ts";

/** The images that a profile's run learns, and those that it is validated on: the same wherever they
 * are asked for.
 *
 * @param training all training images, as loaded
 */
export function profileSplit(
  { seed, images, validationSize }: Pick<Profile, "seed" | "images" | "validationSize">,
  training: Dataset,
): { readonly train: Dataset; readonly validation: Dataset } {
  const [forSubset, forSplit] = rngFromSeed(seed).split(4); // the others: weights, and order
  const some = images < training.size ? stratifiedSubset(training, images, forSubset) : training;
  return splitTrainValidation(some, forSplit, { validationSize });
}
