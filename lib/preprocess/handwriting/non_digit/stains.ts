import type { Rng } from "../../../base/rng.ts";
import { smoothField } from "../writer/smooth_field.ts";
import { type InkImage, inkImage } from "../../../image/ink_image.ts";

const side = 28;

/** What no pen made: specks, blots, the grain of paper, noise.
 *
 * @param rng draws how coarse, how much, how strong
 * @returns ink, at most 28×28, 0 paper to 255 full stroke
 */
export function stains(rng: Rng): InkImage {
  const [width, height] = [6 + rng.integer(side - 5), 6 + rng.integer(side - 5)];
  const coarse = smoothField({ width, height }, rng.between(1.2, 8), rng);
  const isGrainy = rng.uniform() < 0.5;
  const [least, strength] = [rng.between(-0.4, 0.9), rng.between(100, 800)];
  const pixels = new Uint8ClampedArray(width * height);
  for (let i = 0; i < pixels.length; i++) {
    const grain = isGrainy ? rng.between(-0.6, 0.6) : 0;
    pixels[i] = strength * (coarse[i] + grain - least);
  }
  return inkImage(width, height, new Uint8Array(pixels.buffer));
}
