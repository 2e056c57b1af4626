import type { Rng } from "../../base/rng.ts";
import type { InkImage } from "../../image/ink_image.ts";
import { dilate, erode } from "../../image/morphology.ts";
import { hollowRanges as ranges } from "./disturb_ranges.ts";

/** Leaves the outline of the strokes alone, as in hollow letters: the morphological gradient, outside or inside
 * (Rivest, Soille and Beucher, 1993, https://doi.org/10.1117/12.58391).
 *
 * @returns same size
 */
export function hollowStrokes(ink: InkImage, rng: Rng): InkImage {
  const isOutside = rng.uniform() < ranges.outside;
  const strength = rng.between(...ranges.strength);
  const { pixels: high } = isOutside ? dilate(ink, "cross") : ink;
  const { pixels: low } = isOutside ? ink : erode(ink, "cross");
  const pixels = new Uint8Array(high.length);
  for (let i = 0; i < pixels.length; i++) {
    pixels[i] = Math.min(255, strength * (high[i] - low[i]));
  }
  return { ...ink, pixels };
}
