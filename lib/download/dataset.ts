/** Images with their labels.
 *
 * @module
 */

import { pixelsPerImage } from "../image/digit_size.ts";

/** Images and their labels, kept as the bytes they came in: 60,000 images take 47 MB, as floats
 * they would take 188. */
export interface Dataset {
  /** `[size × 784]`, row by row; 0 is paper, 255 is ink. */
  readonly images: Uint8Array;
  /** `[size]`, digits 0 to 9. */
  readonly labels: Uint8Array;
  /** How many images there are. */
  readonly size: number;
}

/** The pixels of one image: a view of 784 bytes, not a copy.
 *
 * @throws {RangeError} if there is no such image
 */
export function imageAt(dataset: Dataset, index: number): Uint8Array {
  if (!Number.isInteger(index) || index < 0 || index >= dataset.size) {
    throw new RangeError(`Cannot take image ${index}: must be 0 to ${dataset.size - 1}`);
  }
  return dataset.images.subarray(index * pixelsPerImage, (index + 1) * pixelsPerImage);
}

/** Some images of a data set, copied, in the order of `indices`.
 *
 * @throws {RangeError} if an index is out of range
 *
 * @example
 * ```ts
 * import { imageAt, subset } from "@lib/download/dataset.ts";
 * import { deepStrictEqual, strictEqual } from "node:assert";
 * const all = { size: 3, images: new Uint8Array(3 * 784), labels: Uint8Array.of(5, 0, 4) };
 * const two = subset(all, [2, 0]);
 * deepStrictEqual([...two.labels], [4, 5]);
 * strictEqual(imageAt(two, 1).length, 784);
 * ```
 */
export function subset(dataset: Dataset, indices: ArrayLike<number>): Dataset {
  const images = new Uint8Array(indices.length * pixelsPerImage);
  const labels = new Uint8Array(indices.length);
  for (let i = 0; i < indices.length; i++) {
    images.set(imageAt(dataset, indices[i]), i * pixelsPerImage);
    labels[i] = dataset.labels[indices[i]];
  }
  return { images, labels, size: indices.length };
}
