/** How wide strokes are.
 *
 * @module
 */
import type { InkImage } from "./ink_image.ts";
import { inkRuns } from "./ink_runs.ts";

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
export function strokeWidth(ink: InkImage): number {
  const { width, height, pixels } = ink;
  const { starts, ends, before } = inkRuns(ink);
  let [area, outline] = [0, 0];
  for (let run = 0; run < starts.length; run++) {
    for (let at = starts[run]; at < ends[run]; at++) area += pixels[at];
  }
  // The square between four pixels has one gradient; a frame of paper closes the outline. Squares without
  // ink have none: along two rows, those beside their runs are visited.
  for (let y = -1; y < height; y++) {
    const [above, below] = [y * width, (y + 1) * width];
    const [hasAbove, hasBelow] = [y >= 0, y + 1 < height];
    let one = hasAbove ? before[y] : 0;
    const oneEnd = hasAbove ? before[y + 1] : 0;
    let two = hasBelow ? oneEnd : 0;
    const twoEnd = hasBelow ? before[y + 2] : 0;
    let x = 0;
    while (one < oneEnd || two < twoEnd) {
      const isOne = two >= twoEnd || one < oneEnd && starts[one] - above <= starts[two] - below;
      const from = isOne ? starts[one] - above : starts[two] - below;
      const to = isOne ? ends[one++] - above : ends[two++] - below;
      for (x = Math.max(x, from); x <= to; x++) {
        const [hasLeft, hasRight] = [x > 0, x < width];
        const upper = hasAbove && hasLeft ? pixels[above + x - 1] : 0;
        const lower = hasBelow && hasLeft ? pixels[below + x - 1] : 0;
        const nextUpper = hasAbove && hasRight ? pixels[above + x] : 0;
        const nextLower = hasBelow && hasRight ? pixels[below + x] : 0;
        const across = nextUpper + nextLower - upper - lower;
        const down = lower + nextLower - upper - nextUpper;
        if (across !== 0 || down !== 0) outline += Math.sqrt(across * across + down * down) / 2;
      }
    }
  }
  return outline === 0 ? 0 : (2 * area) / outline;
}
