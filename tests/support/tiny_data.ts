import type { Rng } from "@lib/base/rng.ts";
import type { Dataset } from "@lib/download/dataset.ts";
import { imageSide, pixelsPerImage } from "@lib/image/digit_size.ts";

/** Images that a network learns in a few steps: digit `d` is a bright 6×6 square whose place tells
 * the digit, on noise. */
export function tinyData(size: number, rng: Rng): Dataset {
  const images = new Uint8Array(size * pixelsPerImage);
  const labels = new Uint8Array(size);
  for (let i = 0; i < size; i++) {
    const digit = i % 10;
    const left = 4 + 4 * (digit % 5);
    const top = digit < 5 ? 5 : 16;
    labels[i] = digit;
    for (let pixel = 0; pixel < pixelsPerImage; pixel++) {
      const x = pixel % imageSide - left;
      const y = Math.floor(pixel / imageSide) - top;
      const isInk = x >= 0 && x < 6 && y >= 0 && y < 6;
      images[i * pixelsPerImage + pixel] = rng.integer(60) + (isInk ? 190 : 0);
    }
  }
  return { images, labels, size };
}
