/** Straight strokes.
 *
 * @module
 */
import type { InkImage } from "./ink_image.ts";

/** Draws a straight stroke with round ends, smooth at the edges.
 *
 * @param ink drawn on in place
 * @param from `[x, y]` of its start, in pixels; 0 is the middle of the first pixel
 * @param to of its end
 * @param width of the stroke in pixels
 *
 * @example
 * ```ts
 * import { deepStrictEqual } from "node:assert";
 * import { drawLine } from "@lib/image/draw_line.ts";
 * import { inkImage } from "@lib/image/ink_image.ts";
 * const sheet = inkImage(5, 1);
 * drawLine(sheet, [1, 0], [3, 0], 1);
 * deepStrictEqual([...sheet.pixels], [0, 255, 255, 255, 0]);
 * ```
 */
export function drawLine(
  { width: columns, height: rows, pixels }: InkImage,
  from: readonly [x: number, y: number],
  to: readonly [x: number, y: number],
  width: number,
): void {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const square = dx * dx + dy * dy || 1;
  const reach = width / 2 + 0.5;
  const first = Math.max(0, Math.ceil(Math.min(from[0], to[0]) - reach));
  const last = Math.min(columns - 1, Math.floor(Math.max(from[0], to[0]) + reach));
  const top = Math.max(0, Math.ceil(Math.min(from[1], to[1]) - reach));
  const bottom = Math.min(rows - 1, Math.floor(Math.max(from[1], to[1]) + reach));
  for (let y = top; y <= bottom; y++) {
    for (let x = first; x <= last; x++) {
      const [fromX, fromY] = [x - from[0], y - from[1]];
      const along = Math.min(1, Math.max(0, (fromX * dx + fromY * dy) / square));
      const [offX, offY] = [fromX - along * dx, fromY - along * dy];
      const distance = Math.sqrt(offX * offX + offY * offY);
      const level = 255 * Math.min(1, reach - distance);
      const at = y * columns + x;
      if (level > pixels[at]) pixels[at] = level;
    }
  }
}
