/** What the handwriting model is trained on, a batch.
 *
 * @module */

import type { Rng } from "../../base/rng.ts";
import type { Dataset } from "../../download/dataset.ts";
import { pixelsPerImage } from "../../image/digit_size.ts";
import { syntheticSample } from "./synthetic_sample.ts";

/** Synthesises training samples of the handwriting model, one for each of some training images.
 *
 * @param dataset MNIST's training images
 * @param indices which of them, position by position
 * @param rng is forked for each position, and stays as it is
 * @param options.first position of the first; 0 by default
 * @returns as many images and labels, 0 to 9 or `nonDigitClass`
 *
 * @example
 * ```ts
 * import { strictEqual } from "node:assert";
 * import { rngFromSeed } from "@lib/base/rng.ts";
 * import { loadMnist } from "@lib/download/load_mnist.ts";
 * import { syntheticDigits } from "@lib/preprocess/handwriting/synthetic_digits.ts";
 * const { train } = await loadMnist("package");
 * const { images } = syntheticDigits(train, Uint32Array.of(0, 1, 2), rngFromSeed(1));
 * strictEqual(images.length, 3 * 784);
 * ```
 */
export function syntheticDigits(
  dataset: Dataset,
  indices: Uint32Array,
  rng: Rng,
  { first = 0 }: { readonly first?: number } = {},
): Dataset {
  const size = indices.length;
  const images = new Uint8Array(size * pixelsPerImage);
  const labels = new Uint8Array(size);
  for (let i = 0; i < size; i++) {
    const { pixels, label } = syntheticSample(dataset, indices[i], rng.fork(first + i));
    images.set(pixels, i * pixelsPerImage);
    labels[i] = label;
  }
  return { images, labels, size };
}
