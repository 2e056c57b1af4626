import type { Rng } from "../../base/rng.ts";
import type { Dataset } from "../../download/dataset.ts";
import { nonDigitClass } from "../../model/networks/non_digit_class.ts";
import { digitAt } from "../dataset/digit_at.ts";
import type { LabelledImage } from "./labelled_image.ts";
import { nonDigit } from "./non_digit/non_digit.ts";
import { nonDigitShare } from "./non_digit_share.ts";
import { syntheticDigit } from "./synthetic_digit.ts";

/** What a reader of digits learns from at one position of an epoch: a training image in another hand,
 * or no digit at all.
 *
 * @param dataset MNIST's training images
 * @param index which one, from 0
 * @param rng decides the rest; give each position one of its own
 */
export function syntheticSample(dataset: Dataset, index: number, rng: Rng): LabelledImage {
  if (rng.uniform() < nonDigitShare) {
    return { pixels: nonDigit(dataset, rng), label: nonDigitClass };
  }
  const { pixels } = digitAt(dataset, index);
  const label = dataset.labels[index];
  const neighbour = digitAt(dataset, rng.integer(dataset.size)).pixels;
  return { pixels: syntheticDigit({ pixels, label }, neighbour, rng), label };
}
