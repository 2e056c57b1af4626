import type { Dataset } from "@lib/download/dataset.ts";
import { pixelsPerImage } from "@lib/image/digit_size.ts";

/** A data set with so many images of each digit, the digits taking turns. No two images are the
 * same: each begins with its number, and the rest is noise of its own. */
export function syntheticDataset(counts: readonly number[]): Dataset {
  const digits: number[] = [];
  for (let round = 0; round < Math.max(...counts); round++) {
    counts.forEach((count, digit) => round < count && digits.push(digit));
  }
  const images = new Uint8Array(digits.length * pixelsPerImage);
  for (let i = 0; i < images.length; i++) images[i] = Math.imul(i + 1, 0x9e3779b1) >>> 24;
  for (let i = 0; i < digits.length; i++) {
    images[i * pixelsPerImage] = i >> 8;
    images[i * pixelsPerImage + 1] = i & 255;
  }
  return { images, labels: Uint8Array.from(digits), size: digits.length };
}
