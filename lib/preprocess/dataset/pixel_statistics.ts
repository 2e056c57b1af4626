/** Mean and deviation of pixels.
 *
 * @module
 */

import type { Dataset } from "../../download/dataset.ts";
import { pixelHistogram } from "./pixel_histogram.ts";

/** Mean and standard deviation of grey values, in units of 0…1. */
export interface PixelStatistics {
  /** 0 to 1. */
  readonly mean: number;
  /** Standard deviation, 0 to 0.5. */
  readonly deviation: number;
}

/** Mean and (population) standard deviation over all pixels of all images.
 *
 * Take them from the training split alone: what is learnt from validation or test images, even a
 * mean, makes their score too good. They are computed from the counts of the 256 grey values, so
 * no rounding error adds up over millions of pixels.
 *
 * @throws {RangeError} if there are no images
 *
 * @example
 * ```ts
 * import { pixelStatistics } from "@lib/preprocess/dataset/pixel_statistics.ts";
 * import { deepStrictEqual } from "node:assert";
 * const images = new Uint8Array(2 * 784);
 * images.fill(255, 784);
 * const two = { images, labels: new Uint8Array([3, 8]), size: 2 };
 * deepStrictEqual(pixelStatistics(two), { mean: 0.5, deviation: 0.5 });
 * ```
 */
export function pixelStatistics(dataset: Dataset): PixelStatistics {
  if (dataset.size === 0) {
    throw new RangeError("Cannot compute pixel statistics: found 0 images, wanted at least 1");
  }
  const counts = pixelHistogram(dataset);
  const total = dataset.images.length;
  let sum = 0;
  counts.forEach((count, value) => sum += count * value);
  const mean = sum / total;
  let squares = 0;
  counts.forEach((count, value) => squares += count * (value - mean) ** 2);
  return { mean: mean / 255, deviation: Math.sqrt(squares / total) / 255 };
}
