/** A stratified split.
 *
 * @module
 */

import type { Rng } from "../../base/rng.ts";
import { type Dataset, subset } from "../../download/dataset.ts";
import { stratifiedIndices } from "./stratified_indices.ts";

/** A data set in two parts that share no image. */
export interface Split {
  /** To learn from. */
  readonly train: Dataset;
  /** To choose by. */
  readonly validation: Dataset;
  /** Where the images of `train` lay in the data set, ascending. */
  readonly trainIndices: Uint32Array;
  /** Where the images of `validation` lay in the data set, ascending. */
  readonly validationIndices: Uint32Array;
}

/** Splits training images into those to learn from and those to choose by, each class in
 * proportion.
 *
 * @param rng decides which images are kept for validation
 * @param options.validationSize how many those are, 5000 by default
 * @returns both parts copied, in the old order
 * @throws {RangeError} if a part would be empty, or the size is not an integer
 *
 * @example
 * ```ts
 * import { rngFromSeed } from "@lib/base/rng.ts";
 * import { splitTrainValidation } from "@lib/preprocess/dataset/split_train_validation.ts";
 * import { strictEqual } from "node:assert";
 * const ten = { images: new Uint8Array(7840), labels: new Uint8Array(10).fill(1, 5), size: 10 };
 * const { validation } = splitTrainValidation(ten, rngFromSeed(1), { validationSize: 4 });
 * strictEqual(validation.labels.filter((label) => label === 1).length, 2); // half, as of all
 * ```
 */
export function splitTrainValidation(
  dataset: Dataset,
  rng: Rng,
  { validationSize = 5000 }: { readonly validationSize?: number } = {},
): Split {
  const { labels, size } = dataset;
  if (!Number.isInteger(validationSize) || validationSize < 1 || validationSize >= size) {
    throw new RangeError(
      `Cannot keep ${validationSize} of ${size} images for validation: ` +
        `wanted an integer from 1 to ${size - 1}`,
    );
  }
  const validationIndices = stratifiedIndices(labels, validationSize, rng);
  const isValidation = new Uint8Array(size);
  for (const index of validationIndices) isValidation[index] = 1;
  const trainIndices = new Uint32Array(size - validationSize);
  let filled = 0;
  for (let index = 0; index < size; index++) {
    if (isValidation[index] === 0) trainIndices[filled++] = index;
  }
  return {
    train: subset(dataset, trainIndices),
    validation: subset(dataset, validationIndices),
    trainIndices,
    validationIndices,
  };
}
