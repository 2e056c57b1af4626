/** Blurred images.
 *
 * @module
 */
import type { GreyImage, Holds } from "./grey_image.ts";

/** The mean of the square around each pixel, as far as it lies in the image.
 *
 * @param radius pixels to each side
 *
 * @example
 * ```ts
 * import { deepStrictEqual } from "node:assert";
 * import { boxBlur } from "@lib/image/box_blur.ts";
 * import { inkImage } from "@lib/image/ink_image.ts";
 * const row = inkImage(3, 1, new Uint8Array([0, 30, 90]));
 * deepStrictEqual([...boxBlur(row, 1).pixels], [15, 40, 60]);
 * ```
 */
export function boxBlur<Kind extends Holds>(
  image: GreyImage<Kind>,
  radius: number,
): GreyImage<Kind> {
  const { width, height } = image;
  const rows = new Float32Array(image.pixels.length);
  for (let y = 0; y < height; y++) {
    slideMean(image.pixels, rows, y * width, 1, width, radius);
  }
  const means = new Float32Array(rows.length);
  for (let x = 0; x < width; x++) slideMean(rows, means, x, width, height, radius);
  const pixels = new Uint8Array(means.length);
  for (let i = 0; i < pixels.length; i++) pixels[i] = Math.round(means[i]);
  return { ...image, pixels };
}

function slideMean(
  from: Uint8Array | Float32Array,
  to: Float32Array,
  start: number,
  step: number,
  length: number,
  radius: number,
): void {
  let [sum, count] = [0, 0];
  for (let i = 0; i < length + radius; i++) {
    if (i < length) [sum, count] = [sum + from[start + i * step], count + 1];
    const old = i - 2 * radius - 1;
    if (old >= 0) [sum, count] = [sum - from[start + old * step], count - 1];
    if (i >= radius) to[start + (i - radius) * step] = sum / count;
  }
}
