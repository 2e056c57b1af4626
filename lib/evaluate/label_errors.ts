/** Wrong labels of MNIST's test set.
 *
 * @module
 */

import type { Dataset } from "../download/dataset.ts";
import { accuracyInterval } from "./interval.ts";
import list from "./mnist_label_errors.json" with { type: "json" };

/** A label that people who looked again did not confirm. */
export interface LabelError {
  /** The image's place in MNIST's test set. */
  readonly index: number;
  /** The digit that MNIST says it is. */
  readonly given: number;
  /** The digit that it is; missing where people found that it is neither of the two that were asked about, or
   * could not agree. */
  readonly right?: number;
}

/** An accuracy that was counted. */
export interface CountedAccuracy {
  /** How many images. */
  readonly images: number;
  /** How many of them were read rightly. */
  readonly right: number;
  /** The share, 0 to 1. */
  readonly accuracy: number;
  /** Its 95 % confidence interval. */
  readonly interval: readonly [low: number, high: number];
}

/** What a reader's accuracy would be with better labels. */
export interface LabelErrorCheck {
  /** Who found the errors, and where they are published. */
  readonly source: string;
  /** With all images whose label people did not confirm left out. */
  readonly without: CountedAccuracy;
  /** With the right label where there is one; only images on which people did not agree are left out. */
  readonly corrected: CountedAccuracy;
}

/** The accuracy with the labels of MNIST's test set that are known to be wrong left out, and with them
 * corrected: 15 images that an algorithm picked and people checked
 * ([Northcutt, Athalye and Mueller, 2021](https://arxiv.org/abs/2103.14749)). There may be others that the
 * algorithm did not pick.
 *
 * @param dataset MNIST's test set, in its order
 * @param predicted `[n]`, the digits that were read
 * @returns undefined where the data set is not MNIST's test set: it has not 10,000 images, or other labels at
 * these 15 places
 *
 * @example
 * ```ts
 * import { loadMnist } from "@lib/download/load_mnist.ts";
 * import { checkLabelErrors } from "@lib/evaluate/label_errors.ts";
 * import { strictEqual } from "node:assert";
 * const { test } = await loadMnist();
 * const { without, corrected } = checkLabelErrors(test, test.labels)!; // a reader that repeats the errors
 * strictEqual(`${without.right} of ${without.images}`, "9985 of 9985");
 * strictEqual(`${corrected.right} of ${corrected.images}`, "9985 of 9995");
 * ```
 */
export function checkLabelErrors(
  dataset: Dataset,
  predicted: ArrayLike<number>,
): LabelErrorCheck | undefined {
  const errors: readonly LabelError[] = list.errors;
  const isMnist = dataset.size === 10_000 &&
    errors.every(({ index, given }) => dataset.labels[index] === given);
  if (!isMnist) return undefined;
  const places = new Set(errors.map(({ index }) => index));
  let kept = 0;
  for (let i = 0; i < dataset.size; i++) {
    if (!places.has(i) && predicted[i] === dataset.labels[i]) kept++;
  }
  const decided = errors.filter(({ right }) => right !== undefined);
  const won = decided.filter(({ index, right }) => predicted[index] === right).length;
  const images = dataset.size - errors.length;
  return {
    source: list.source,
    without: counted(kept, images),
    corrected: counted(kept + won, images + decided.length),
  };
}

function counted(right: number, images: number): CountedAccuracy {
  const interval = accuracyInterval(right, images);
  return { images, right, accuracy: right / images, interval };
}
