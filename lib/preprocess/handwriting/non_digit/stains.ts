import type { Rng } from "../../../base/rng.ts";
import { smoothField } from "../../../base/smooth_field.ts";
import { type InkImage, inkImage } from "../../../image/ink_image.ts";
import { nonDigitRanges } from "./non_digit_ranges.ts";

const ranges = nonDigitRanges.stains;
const side = 28;

/** Draws what is not writing at all: specks, blots, the grain of paper, noise.
 *
 * @param rng draws how coarse, how much, how strong
 * @returns ink, at most 28×28
 */
export function stains(rng: Rng): InkImage {
  const [width, height] = [6 + rng.integer(side - 5), 6 + rng.integer(side - 5)];
  const coarse = smoothField({ width, height }, rng.between(...ranges.spacing), rng);
  const isGrainy = rng.uniform() < ranges.grainy;
  const [least, strength] = [rng.between(...ranges.least), rng.between(...ranges.strength)];
  const pixels = new Uint8ClampedArray(width * height);
  for (let i = 0; i < pixels.length; i++) {
    const grain = isGrainy ? rng.between(...ranges.grain) : 0;
    pixels[i] = strength * (coarse[i] + grain - least);
  }
  return inkImage(width, height, new Uint8Array(pixels.buffer));
}
