import { pad } from "../../../image/pad.ts";
import { type InkImage, inkImage } from "../../../image/ink_image.ts";

/** Blurs an image as a lens out of focus does, by binomial filters: `[1, 2, 1] / 4` along both axes
 * has a deviation of 0.71 pixels, twice in a row of 1.
 *
 * @param ink of any size
 * @param deviation of the blur in pixels, 0 to 1.4
 * @returns larger by one pixel on each side for every pass
 */
export function blur(ink: InkImage, deviation: number): InkImage {
  let blurred = ink;
  for (let rest = 2 * deviation * deviation; rest > 0; rest--) {
    blurred = pass(blurred, Math.min(1, rest) / 4);
  }
  return blurred;
}

/** One pass of `[side, 1 - 2·side, side]` along both axes; its variance is `2·side`. */
function pass(ink: InkImage, side: number): InkImage {
  const wide = pad(ink, 1);
  const { width, height, pixels } = wide;
  const middle = 1 - 2 * side;
  const rows = new Float32Array(pixels.length);
  for (let i = 1; i < pixels.length - 1; i++) {
    rows[i] = middle * pixels[i] + side * (pixels[i - 1] + pixels[i + 1]);
  }
  const blurred = new Uint8Array(pixels.length);
  const last = pixels.length - width;
  for (let i = 0; i < pixels.length; i++) {
    const above = i >= width ? rows[i - width] : 0;
    const below = i < last ? rows[i + width] : 0;
    blurred[i] = middle * rows[i] + side * (above + below) + 0.5;
  }
  return inkImage(width, height, blurred);
}
