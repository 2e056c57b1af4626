import type { Rng } from "../../../base/rng.ts";
import type { InkImage } from "../../../image/ink_image.ts";

/** Adds the noise of a camera, the same on ink and paper; then what is as faint as the noise is cut
 * off, as separating ink from paper does.
 *
 * @param ink of any size
 * @param deviation of the noise, in levels
 * @param rng draws the noise, one number for two pixels
 * @returns same size
 */
export function noise(ink: InkImage, deviation: number, rng: Rng): InkImage {
  const pixels = new Uint8Array(ink.pixels.length);
  // The sum of two uniform numbers is near enough to a normal one, and many times faster.
  const step = deviation * Math.sqrt(6) / 65536;
  for (let i = 0; i < pixels.length; i++) {
    const bits = rng.integer(2 ** 32);
    const draw = step * ((bits & 0xffff) + (bits >>> 16) - 65535);
    const level = ink.pixels[i] + draw - deviation;
    pixels[i] = level <= deviation ? 0 : level >= 255 ? 255 : level;
  }
  return { ...ink, pixels };
}
