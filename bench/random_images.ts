import { rngFromSeed } from "@lib/base/rng.ts";
import type { Dataset } from "@lib/download/dataset.ts";
import { pixelsPerImage } from "@lib/image/digit_size.ts";

/** Noise with random labels, the same each time: how long training takes does not depend on what is
 * seen. */
export function randomImages(size: number): Dataset {
  const rng = rngFromSeed(2);
  const images = Uint8Array.from({ length: size * pixelsPerImage }, () => rng.integer(256));
  const labels = Uint8Array.from({ length: size }, () => rng.integer(10));
  return { images, labels, size };
}
