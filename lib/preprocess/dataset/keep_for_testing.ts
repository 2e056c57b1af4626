import { rngFromSeed } from "../../base/rng.ts";
import { type Dataset, subset } from "../../download/dataset.ts";
import { splitLimits } from "./limits.ts";
import { stratifiedIndices } from "./stratified_indices.ts";

/** Sets images aside for testing where a data set comes without test images: a seventh of each class.
 * Which ones hangs on the labels and their order alone, and on a seed that is always the same.
 *
 * @returns at least one image to be tested on, and at least one to learn from
 * @throws {RangeError} if there are not two images
 */
export function keepForTesting(
  dataset: Dataset,
): { readonly train: Dataset; readonly test: Dataset } {
  if (dataset.size < 2) {
    throw new RangeError(
      `Cannot keep images for testing: found ${dataset.size} in all, wanted at least 2; add images`,
    );
  }
  const rng = rngFromSeed(splitLimits.testSeed).stream("kept for testing");
  const count = Math.max(1, Math.round(splitLimits.testShare * dataset.size));
  const kept = stratifiedIndices(dataset.labels, count, rng);
  const isKept = new Set(kept);
  const left = [...dataset.labels.keys()].filter((index) => !isKept.has(index));
  return { train: subset(dataset, left), test: subset(dataset, kept) };
}
