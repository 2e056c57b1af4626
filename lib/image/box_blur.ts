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
  for (let y = 0; y < height; y++) meansOfRow(image.pixels, rows, y * width, width, radius);
  const pixels = new Uint8Array(rows.length);
  // Of all columns side by side, the sums of the rows within reach: those of a row lie together in memory.
  const sums = new Float64Array(width);
  let count = 0;
  for (let y = 0; y < height + radius; y++) {
    const [next, old, at] = [y * width, (y - 2 * radius - 1) * width, (y - radius) * width];
    if (y < height) {
      for (let x = 0; x < width; x++) sums[x] += rows[next + x];
      count++;
    }
    if (old >= 0) {
      for (let x = 0; x < width; x++) sums[x] -= rows[old + x];
      count--;
    }
    if (at >= 0) {
      for (let x = 0; x < width; x++) pixels[at + x] = Math.round(Math.fround(sums[x] / count));
    }
  }
  return { ...image, pixels };
}

function meansOfRow(
  from: Uint8Array,
  to: Float32Array,
  start: number,
  length: number,
  radius: number,
): void {
  let [sum, count] = [0, 0];
  for (let i = 0; i < length + radius; i++) {
    if (i < length) {
      sum += from[start + i];
      count++;
    }
    const old = i - 2 * radius - 1;
    if (old >= 0) {
      sum -= from[start + old];
      count--;
    }
    if (i >= radius) to[start + i - radius] = sum / count;
  }
}
