/** Slanted writing.
 *
 * @module
 */
import { type InkImage, inkImage } from "./ink_image.ts";

/** Slants writing: moves each row sideways by a multiple of its height above the lowest one, mixing
 * neighbouring pixels. The image becomes as much wider as the top row moves.
 *
 * @param slant columns to the right for each row upwards; negative: to the left
 * @returns the slanted image and how far its left edge lies left of the old one
 *
 * @example
 * ```ts
 * import { deepStrictEqual } from "node:assert";
 * import { inkImage } from "@lib/image/ink_image.ts";
 * import { shear } from "@lib/image/shear.ts";
 * const stroke = inkImage(1, 2, new Uint8Array([255, 255]));
 * deepStrictEqual([...shear(stroke, 1).image.pixels], [0, 255, 0, 255, 0, 0]);
 * ```
 */
export function shear(ink: InkImage, slant: number): { image: InkImage; left: number } {
  const { width, height, pixels } = ink;
  const far = Math.ceil(Math.abs(slant) * (height - 1));
  const left = slant < 0 ? far : 0;
  const columns = width + far + 1;
  const moved = new Uint8Array(columns * height);
  for (let y = 0; y < height; y++) {
    const shift = left + slant * (height - 1 - y);
    const whole = Math.floor(shift);
    const part = shift - whole;
    let before = 0;
    for (let x = 0; x <= width; x++) {
      const here = x < width ? pixels[y * width + x] : 0;
      const at = whole + x;
      if (at < columns) moved[y * columns + at] = Math.round(before * part + here * (1 - part));
      before = here;
    }
  }
  return { image: inkImage(columns, height, moved), left };
}
