/** Bare paper around ink.
 *
 * @module
 */
import { type InkImage, inkImage } from "./ink_image.ts";

/** How many pixels are added at each side; none by default, below 0 as many are cut off. */
export interface Margins {
  /** Columns on the left. */
  readonly left?: number;
  /** Columns on the right. */
  readonly right?: number;
  /** Rows above. */
  readonly top?: number;
  /** Rows below. */
  readonly bottom?: number;
}

/** Adds bare paper around ink, or cuts off what is too much.
 *
 * @param margins whole pixels: one number for all four sides, or each side's own
 * @returns at least one pixel wide and high
 *
 * @example
 * ```ts
 * import { inkImage } from "@lib/image/ink_image.ts";
 * import { pad } from "@lib/image/pad.ts";
 * import { deepStrictEqual } from "node:assert";
 * const dot = inkImage(1, 1, new Uint8Array([255]));
 * deepStrictEqual([...pad(dot, { left: 2 }).pixels], [0, 0, 255]);
 * ```
 */
export function pad(ink: InkImage, margins: number | Margins): InkImage {
  const { left = 0, right = 0, top = 0, bottom = 0 } = typeof margins === "number"
    ? { left: margins, right: margins, top: margins, bottom: margins }
    : margins;
  const width = Math.max(1, ink.width + left + right);
  const height = Math.max(1, ink.height + top + bottom);
  const padded = inkImage(width, height);
  const first = Math.max(0, -left);
  const end = Math.min(ink.width, width - left);
  for (let y = Math.max(0, -top); y < Math.min(ink.height, height - top) && first < end; y++) {
    const row = y * ink.width;
    padded.pixels.set(
      ink.pixels.subarray(row + first, row + end),
      (y + top) * width + first + left,
    );
  }
  return padded;
}
