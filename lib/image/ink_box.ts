import type { Box } from "./box.ts";
import type { Levels } from "./bilinear.ts";

/** The smallest box around all ink.
 *
 * @param ink an `InkImage`, or levels of which 0 is paper
 * @param least the faintest level that counts: the blurred edge of a photographed stroke does not
 * @returns `undefined` where there is none
 */
export function inkBox({ width, height, pixels }: Levels, least = 32): Box | undefined {
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
