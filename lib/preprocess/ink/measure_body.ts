/** Where the digits of a line stand.
 *
 * @module
 */
import type { InkImage } from "../../image/ink_image.ts";
import { bodyInkShare } from "./ink_limits.ts";
import type { LineBody } from "./normalise_line.ts";

/** Finds the body of a line, the fewest rows that hold nine tenths of its ink: commas and flourishes, which
 * reach out of them, hardly count.
 *
 * @param ink of the line, upright and on level ground
 * @returns its middle and its height, in pixels; the whole image where there is no ink
 *
 * @example
 * ```ts
 * import { inkImage } from "@lib/image/ink_image.ts";
 * import { measureBody } from "@lib/preprocess/ink/measure_body.ts";
 * import { deepStrictEqual } from "node:assert";
 * const bar = inkImage(4, 60, new Uint8Array(240).fill(255, 4 * 20, 4 * 40)); // in rows 20 to 40
 * deepStrictEqual(measureBody(bar), { middle: 29, height: 18 }); // nine tenths of 20 rows
 * ```
 */
export function measureBody({ width, height, pixels }: InkImage): LineBody {
  const sums = new Float64Array(height);
  for (let i = 0; i < pixels.length; i++) sums[Math.floor(i / width)] += pixels[i];
  const wanted = bodyInkShare * sums.reduce((total, sum) => total + sum, 0);
  let densest = { first: 0, end: height };
  let [first, held] = [0, 0];
  for (let end = 1; end <= height; end++) {
    held += sums[end - 1];
    while (first < end - 1 && held - sums[first] >= wanted) held -= sums[first++];
    if (held >= wanted && end - first < densest.end - densest.first) densest = { first, end };
  }
  return {
    middle: (densest.first + densest.end) / 2,
    height: densest.end - densest.first,
  };
}
