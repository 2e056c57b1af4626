import type { InkImage } from "../../../image/ink_image.ts";

/** Stretches the levels between two bounds to the full range, as separating ink from paper does:
 * what is fainter becomes paper, what is stronger full stroke. Bounds next to each other make the
 * image black and white.
 *
 * @param ink of any size
 * @param paper the level that becomes 0
 * @param full the level that becomes 255, above `paper`
 * @returns same size
 */
export function contrast(ink: InkImage, paper: number, full: number): InkImage {
  const levels = new Uint8ClampedArray(256);
  for (let level = 0; level < 256; level++) levels[level] = 255 * (level - paper) / (full - paper);
  const pixels = new Uint8Array(ink.pixels.length);
  for (let i = 0; i < pixels.length; i++) pixels[i] = levels[ink.pixels[i]];
  return { ...ink, pixels };
}
