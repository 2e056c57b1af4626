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
  let area = 0;
  for (let run = 0; run < starts.length; run++) {
    for (let at = starts[run]; at < ends[run]; at++) area += pixels[at];
  }
  // The square between four pixels has one gradient; a frame of paper closes the outline.
  const paper = new Uint8Array(width);
  const rowAt = (y: number): Uint8Array => {
    return y < 0 || y === height ? paper : pixels.subarray(y * width, (y + 1) * width);
  };
  let outline = 0;
  for (let y = 0; y <= height; y++) {
    const [upper, lower] = [rowAt(y - 1), rowAt(y)];
    const [above, below] = [(y - 1) * width, y * width];
    // Squares without ink have no gradient: those beside the runs of both rows are visited.
    let one = y > 0 ? before[y - 1] : 0;
    let two = before[y];
    const [oneEnd, twoEnd] = [before[y], y < height ? before[y + 1] : before[y]];
    let next = 0;
    while (one < oneEnd || two < twoEnd) {
      const isUpper = two === twoEnd || one < oneEnd && starts[one] - above <= starts[two] - below;
      const from = Math.max(next, isUpper ? starts[one] - above : starts[two] - below);
      next = Math.max(next, (isUpper ? ends[one++] - above : ends[two++] - below) + 1);
      outline = withVariation(outline, [upper, lower], from, next);
    }
  }
  return outline === 0 ? 0 : (2 * area) / outline;
}

/** A sum, and the gradients of the squares between two rows, from that left of one column to before that left
 * of another. */
function withVariation(
  sum: number,
  [upper, lower]: readonly [Uint8Array, Uint8Array],
  from: number,
  to: number,
): number {
  let left = from > 0 ? upper[from - 1] : 0;
  let leftBelow = from > 0 ? lower[from - 1] : 0;
  for (let x = from; x < to; x++) {
    const right = x < upper.length ? upper[x] : 0;
    const rightBelow = x < lower.length ? lower[x] : 0;
    const across = right + rightBelow - left - leftBelow;
    const down = leftBelow + rightBelow - left - right;
    if (across !== 0 || down !== 0) sum += Math.sqrt(across * across + down * down) / 2;
    left = right;
    leftBelow = rightBelow;
  }
  return sum;
}
