/** How wide strokes are.
 *
 * @module
 */
import type { InkImage } from "./ink_image.ts";

/** The mean width of the strokes, in pixels, also below one: twice the area over the length of the
 * outline. A soft outline's length is the image's total variation (coarea formula), so grey edges
 * need no threshold.
 *
 * @returns 0 where there is no ink
 *
 * @example
 * ```ts
 * import { ok } from "node:assert";
 * import { inkImage } from "@lib/image/ink_image.ts";
 * import { strokeWidth } from "@lib/image/stroke_width.ts";
 * const pixels = Uint8Array.from({ length: 900 }, (_, i) => i % 30 > 9 && i % 30 < 14 ? 255 : 0);
 * ok(Math.abs(strokeWidth(inkImage(30, 30, pixels)) - 4) < 0.5);
 * ```
 */
export function strokeWidth({ width, height, pixels }: InkImage): number {
  let [area, outline] = [0, 0];
  // The square between four pixels has one gradient; a frame of paper closes the outline.
  for (let y = -1; y < height; y++) {
    let upper = 0;
    let lower = 0;
    for (let x = 0; x <= width; x++) {
      const nextUpper = y >= 0 && x < width ? pixels[y * width + x] : 0;
      const nextLower = y + 1 < height && x < width ? pixels[(y + 1) * width + x] : 0;
      if ((nextUpper | nextLower | upper | lower) === 0) continue;
      const across = nextUpper + nextLower - upper - lower;
      const down = lower + nextLower - upper - nextUpper;
      if (across !== 0 || down !== 0) outline += Math.sqrt(across * across + down * down) / 2;
      area += nextUpper;
      [upper, lower] = [nextUpper, nextLower];
    }
  }
  return outline === 0 ? 0 : (2 * area) / outline;
}
