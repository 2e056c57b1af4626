import type { Rng } from "../../base/rng.ts";
import { type InkImage, inkImage } from "../../image/ink_image.ts";
import { lightRanges as ranges } from "./disturb_ranges.ts";

/** Writes with weak ink on paper that is no longer 0, and darker on one side than on the other.
 *
 * @returns same size
 */
export function unevenLight({ width, height, pixels }: InkImage, rng: Rng): InkImage {
  const [paper, slope] = [rng.between(...ranges.paper), rng.between(...ranges.slope)];
  const angle = 2 * Math.PI * rng.uniform();
  const [right, down] = [slope * Math.cos(angle) / width, slope * Math.sin(angle) / height];
  const part = rng.between(...ranges.span) / 255;
  const lit = new Uint8ClampedArray(pixels.length);
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const ground = paper + right * (x - width / 2) + down * (y - height / 2);
      lit[i] = Math.max(0, ground) + part * pixels[i];
    }
  }
  return inkImage(width, height, new Uint8Array(lit.buffer));
}
