/** What lies around a run of ink.
 *
 * @module
 */
import type { GreyImage } from "./grey_image.ts";

/** Gives a run of a row, and all that lies as near to it as a square reaches, one level: what `dilate` does to a mask,
 * where only little of it is marked.
 *
 * @param image is changed
 * @param start pixel of the image that the run starts at
 * @param end before which it ends, in the same row
 * @param reach of the square, in pixels to each side
 *
 * @example
 * ```ts
 * import { deepStrictEqual } from "node:assert";
 * import { fillAround } from "@lib/image/fill_around.ts";
 * import { inkImage } from "@lib/image/ink_image.ts";
 * const page = inkImage(4, 2);
 * fillAround(page, 1, 2, 1, 255);
 * deepStrictEqual([...page.pixels], [255, 255, 255, 0, 255, 255, 255, 0]);
 * ```
 */
export function fillAround(
  { width, height, pixels }: GreyImage,
  start: number,
  end: number,
  reach: number,
  level: number,
): void {
  const y = Math.floor(start / width);
  const left = Math.max(y * width, start - reach);
  const right = Math.min((y + 1) * width, end + reach);
  for (let row = Math.max(0, y - reach); row <= Math.min(height - 1, y + reach); row++) {
    const down = (row - y) * width;
    pixels.fill(level, left + down, right + down);
  }
}
