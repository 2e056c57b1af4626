/** Mean 0 and deviation 1.
 *
 * @module
 */

import type { PixelStatistics } from "./pixel_statistics.ts";

/** Shifts and scales grey values so that the data set they were measured on has mean 0 and
 * deviation 1.
 *
 * @param pixels grey values 0…1 of any number of images
 * @param statistics of the training split
 * @returns as many floats
 * @throws {RangeError} if the deviation is not positive
 *
 * @example
 * ```ts
 * import { standardise } from "@lib/preprocess/dataset/standardise.ts";
 * import { deepStrictEqual } from "node:assert";
 * const pixels = new Float32Array([0, 0.5, 1]);
 * deepStrictEqual([...standardise(pixels, { mean: 0.5, deviation: 0.25 })], [-2, 0, 2]);
 * ```
 */
export function standardise(
  pixels: Float32Array,
  { mean, deviation }: PixelStatistics,
): Float32Array<ArrayBuffer> {
  if (!(deviation > 0)) {
    throw new RangeError(
      `Cannot standardise: found a deviation of ${deviation}, wanted more than 0`,
    );
  }
  const standardised = new Float32Array(pixels.length);
  for (let i = 0; i < pixels.length; i++) standardised[i] = (pixels[i] - mean) / deviation;
  return standardised;
}
