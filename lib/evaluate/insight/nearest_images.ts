/** Which images are alike to a network.
 *
 * @module
 */

import type { Features } from "../../model/penultimate.ts";

/** The images of a set whose features are nearest to those of one image, by Euclidean distance.
 *
 * @param features of one image
 * @param among of the images of the set
 * @param count how many; fewer where the set is smaller
 * @returns their places in the set, the nearest first
 * @throws {TypeError} if the image has another number of features than those of the set
 *
 * @example
 * ```ts
 * import { nearestImages } from "@lib/evaluate/insight/nearest_images.ts";
 * import { deepStrictEqual } from "node:assert";
 * const set = { values: Float32Array.of(0, 0, 3, 4, 1, 1), width: 2 }; // three images
 * deepStrictEqual(nearestImages([1, 0], set, 2), [0, 2]);
 * ```
 */
export function nearestImages(
  features: ArrayLike<number>,
  { values, width }: Features,
  count: number,
): number[] {
  if (features.length !== width) {
    throw new TypeError(
      `Cannot compare an image of ${features.length} features with some of ${width}`,
    );
  }
  const distances = Float64Array.from({ length: values.length / width }, (_, image) => {
    let sum = 0;
    for (let i = 0; i < width; i++) sum += (values[image * width + i] - features[i]) ** 2;
    return sum;
  });
  return [...distances.keys()].sort((a, b) => distances[a] - distances[b]).slice(0, count);
}
