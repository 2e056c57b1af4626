import type { Rng } from "../../../base/rng.ts";
import { smoothField } from "../../../base/smooth_field.ts";
import type { InkImage } from "../../../image/ink_image.ts";

/** Lets the ink fade here and there: the grain of pencil and chalk, the changing pressure on a pen,
 * shadows.
 *
 * @param ink of any size
 * @param options.strength 0 leaves it as it is; at 1 a twentieth of the ink is gone
 * @param options.spacing pixels over which the ink changes, above 0
 * @param rng draws where
 * @returns same size
 */
export function unevenInk(
  ink: InkImage,
  { strength, spacing }: { readonly strength: number; readonly spacing: number },
  rng: Rng,
): InkImage {
  const field = smoothField(ink, spacing, rng);
  const pixels = new Uint8Array(ink.pixels.length);
  for (let i = 0; i < pixels.length; i++) {
    const part = 1 - strength * Math.abs(field[i]);
    pixels[i] = part > 0 ? part * ink.pixels[i] + 0.5 : 0;
  }
  return { ...ink, pixels };
}
