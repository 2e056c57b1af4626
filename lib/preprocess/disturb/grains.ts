import type { Rng } from "../../base/rng.ts";
import { type InkImage, inkImage } from "../../image/ink_image.ts";
import { grainRanges as ranges } from "./disturb_ranges.ts";

/** Adds the noise of a sensor, or dust: grains of any level, each a pixel or a few.
 *
 * @returns same size
 */
export function grains(ink: InkImage, rng: Rng): InkImage {
  return rng.uniform() < ranges.sensor ? withNoise(ink, rng) : withDust(ink, rng);
}

function withNoise({ width, height, pixels }: InkImage, rng: Rng): InkImage {
  // The sum of two uniform numbers is near enough to a normal one, and many times faster.
  const step = rng.between(...ranges.deviation) * Math.sqrt(6) / 65536;
  const noisy = new Uint8ClampedArray(pixels.length);
  for (let i = 0; i < pixels.length; i++) {
    const bits = rng.integer(2 ** 32);
    noisy[i] = pixels[i] + step * ((bits & 0xffff) + (bits >>> 16) - 65535);
  }
  return inkImage(width, height, new Uint8Array(noisy.buffer));
}

function withDust({ width, height, pixels }: InkImage, rng: Rng): InkImage {
  const dusty = pixels.slice();
  const count = Math.round(pixels.length * rng.between(...ranges.density) / 100);
  const large = rng.between(...ranges.large);
  for (let grain = 0; grain < count; grain++) {
    const [left, top] = [rng.integer(width), rng.integer(height)];
    const level = rng.integer(256);
    const wide = rng.uniform() < large ? 1 : 0;
    const high = rng.uniform() < large ? 1 : 0;
    for (let y = top; y <= Math.min(height - 1, top + high); y++) {
      for (let x = left; x <= Math.min(width - 1, left + wide); x++) dusty[y * width + x] = level;
    }
  }
  return inkImage(width, height, dusty);
}
