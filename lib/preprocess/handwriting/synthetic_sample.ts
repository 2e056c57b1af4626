/** What the handwriting model is trained on, one sample.
 *
 * @module */

import type { Rng } from "../../base/rng.ts";
import type { Dataset } from "../../download/dataset.ts";
import { nonDigitClass } from "../../model/networks/non_digit_class.ts";
import { digitAt } from "../dataset/digit_at.ts";
import { disturb } from "../disturb/disturb.ts";
import { disturbedShare } from "./disturbed_share.ts";
import { nonDigit } from "./non_digit/non_digit.ts";
import { nonDigitShare } from "./non_digit_share.ts";
import { type LabelledImage, syntheticDigit } from "./synthetic_digit.ts";

/** Synthesises one training sample of the handwriting model: a digit in the style of another writer, or an
 * image that shows no digit.
 *
 * @param dataset MNIST's training images
 * @param index which one, from 0
 * @param rng decides the rest; give each position one of its own
 *
 * @example
 * ```ts
 * import { ok } from "node:assert";
 * import { rngFromSeed } from "@lib/base/rng.ts";
 * import { loadMnist } from "@lib/download/load_mnist.ts";
 * import { syntheticSample } from "@lib/preprocess/handwriting/synthetic_sample.ts";
 * const { train } = await loadMnist("package");
 * const { label } = syntheticSample(train, 0, rngFromSeed(1));
 * ok(label === train.labels[0] || label === 10); // 10 is the reject class
 * ```
 */
export function syntheticSample(dataset: Dataset, index: number, rng: Rng): LabelledImage {
  if (rng.uniform() < nonDigitShare) {
    const pixels = nonDigit(dataset, rng);
    const isDisturbed = rng.uniform() < disturbedShare; // or what is disturbed were always a digit
    return { pixels: isDisturbed ? disturb(pixels, rng) : pixels, label: nonDigitClass };
  }
  const { pixels } = digitAt(dataset, index);
  const label = dataset.labels[index];
  const neighbour = digitAt(dataset, rng.integer(dataset.size)).pixels;
  return { pixels: syntheticDigit({ pixels, label }, neighbour, rng), label };
}
