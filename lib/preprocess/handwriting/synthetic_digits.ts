import type { Rng } from "../../base/rng.ts";
import type { Dataset } from "../../download/dataset.ts";
import { pixelsPerImage } from "../../image/digit_size.ts";
import { syntheticSample } from "./synthetic_sample.ts";

/** Samples of what a reader of digits learns from, one for each of some training images.
 *
 * @param dataset MNIST's training images
 * @param indices which of them, position by position
 * @param rng is forked for each position, and stays as it is
 * @param options.first position of the first; 0 by default
 * @returns as many images and labels, 0 to 9 or `nonDigitClass`
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
