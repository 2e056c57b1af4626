import type { Rng } from "@lib/base/rng.ts";
import { type InkImage, inkImage } from "@lib/image/ink_image.ts";

/** Ink of any size up to 40 × 30, from bare paper to all inked: bars of any level, dust, and holes in both. Every
 * other time its levels lie somewhere in a larger piece of memory. */
export function randomInk(rng: Rng): InkImage {
  const [width, height] = [1 + rng.integer(40), 1 + rng.integer(30)];
  const offset = rng.integer(2) * rng.integer(8);
  const pixels = new Uint8Array(offset + width * height).subarray(offset);
  const bars = rng.integer(6);
  for (let k = 0; k < bars; k++) {
    const [left, top] = [rng.integer(width), rng.integer(height)];
    const [right, bottom] = [left + 1 + rng.integer(12), top + 1 + rng.integer(8)];
    const level = 1 + rng.integer(255);
    for (let y = top; y < Math.min(height, bottom); y++) {
      pixels.fill(level, y * width + left, y * width + Math.min(width, right));
    }
  }
  const dust = rng.integer(3) === 0 ? rng.uniform() : 0.02;
  for (let i = 0; i < pixels.length; i++) {
    if (rng.uniform() < dust) pixels[i] = rng.integer(3) === 0 ? 0 : rng.integer(256);
  }
  return inkImage(width, height, pixels);
}
