import type { Rng } from "../../base/rng.ts";
import type { Dataset } from "../../download/dataset.ts";
import { noDigitClass } from "../../model/no_digit_class.ts";
import { digitAt } from "./digit_at.ts";
import type { LabelledImage } from "./labelled_image.ts";
import { noDigit } from "./no_digit.ts";
import { noDigitShare } from "./no_digit_share.ts";
import { readingImage } from "./reading_image.ts";

/** What a reader of digits learns from at one position of an epoch: a training image in another hand,
 * or no digit at all.
 *
 * @param dataset MNIST's training images
 * @param index which one, from 0
 * @param rng decides the rest; give each position one of its own
 */
export function readingSample(dataset: Dataset, index: number, rng: Rng): LabelledImage {
  if (rng.uniform() < noDigitShare) return { pixels: noDigit(dataset, rng), label: noDigitClass };
  const { pixels } = digitAt(dataset, index);
  const label = dataset.labels[index];
  const neighbour = digitAt(dataset, rng.integer(dataset.size)).pixels;
  return { pixels: readingImage({ pixels, label }, neighbour, rng), label };
}
