/** Rectangles of pixels.
 *
 * @module
 */
/** A rectangle of pixels. */
export interface Box {
  /** Left column. */
  readonly x: number;
  /** Top row. */
  readonly y: number;
  /** Columns. */
  readonly width: number;
  /** Rows. */
  readonly height: number;
}

/** The smallest box around some boxes, of which there is at least one.
 *
 * @example
 * ```ts
 * import { deepStrictEqual } from "node:assert";
 * import { boxAround } from "@lib/image/box.ts";
 * const boxes = [{ x: 5, y: 5, width: 1, height: 9 }, { x: 2, y: 8, width: 2, height: 2 }];
 * deepStrictEqual(boxAround(boxes), { x: 2, y: 5, width: 4, height: 9 });
 * ```
 */
export function boxAround(boxes: readonly Box[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y, width, height } of boxes) { // noise has more than a call takes arguments
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, y + height);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}
