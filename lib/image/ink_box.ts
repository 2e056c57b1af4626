/** Where the ink of an image lies.
 *
 * @module
 */
import type { Box } from "./box.ts";
import type { Levels } from "./bilinear.ts";

/** The smallest box around all ink.
 *
 * @param ink an `InkImage`, or levels of which 0 is paper
 * @param least the faintest level that counts: the blurred edge of a photographed stroke does not
 * @returns `undefined` where there is none
 *
 * @example
 * ```ts
 * import { deepStrictEqual } from "node:assert";
 * import { inkBox } from "@lib/image/ink_box.ts";
 * import { inkImage } from "@lib/image/ink_image.ts";
 * const row = inkImage(4, 1, new Uint8Array([0, 255, 90, 0]));
 * deepStrictEqual(inkBox(row), { x: 1, y: 0, width: 2, height: 1 });
 * ```
 */
export function inkBox(
  { width, height, pixels }: Levels & { readonly holds?: "ink" },
  least = 32,
): Box | undefined {
  let [left, right, top, bottom] = [width, -1, height, -1];
  for (let y = 0; y < height; y++) {
    const [start, end] = [y * width, (y + 1) * width - 1];
    let [first, last] = [start, end];
    while (first <= end && pixels[first] < least) first++;
    if (first > end) continue;
    while (pixels[last] < least) last--;
    left = Math.min(left, first - start);
    right = Math.max(right, last - start);
    top = Math.min(top, y);
    bottom = y;
  }
  if (right < 0) return undefined;
  return { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
}
