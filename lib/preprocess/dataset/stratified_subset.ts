import type { Rng } from "../../base/rng.ts";
import { type Dataset, subset } from "../../download/dataset.ts";
import { stratifiedIndices } from "./stratified_indices.ts";

/** Some images of a data set, each class with its share, in their old order.
 *
 * @param size how many, 1 to the size of the data set
 * @param rng decides which ones
 * @throws {RangeError} if `size` is not an integer in that range
 */
export function stratifiedSubset(dataset: Dataset, size: number, rng: Rng): Dataset {
  if (size === 0) throw new RangeError("Cannot take a subset of 0 images: wanted at least 1");
  return subset(dataset, stratifiedIndices(dataset.labels, size, rng));
}
