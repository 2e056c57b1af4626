import type { Rng } from "../../base/rng.ts";
import { smoothField } from "../../base/smooth_field.ts";
import type { InkImage } from "../../image/ink_image.ts";
import { patternRanges as ranges } from "./disturb_ranges.ts";

/** Writes on paper with a pattern, such as that of a cheque, which shows through the ink.
 *
 * @returns same size
 */
export function patternedPaper(ink: InkImage, rng: Rng): InkImage {
  const spacing = ranges.leastSpacing * ranges.mostTimesLeast ** rng.uniform();
  const field = smoothField(ink, spacing, rng);
  const [strongest, cover] = [rng.between(...ranges.level), rng.between(...ranges.cover) / 255];
  const pixels = new Uint8Array(ink.pixels.length);
  for (let i = 0; i < pixels.length; i++) {
    // Nearly all of a field lies between -1 and 1.
    const ground = strongest * Math.min(1, Math.max(0, (field[i] + 1) / 2));
    pixels[i] = ground + (255 - ground) * cover * ink.pixels[i] + 0.5;
  }
  return { ...ink, pixels };
}
