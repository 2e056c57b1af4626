/** Ink together with its place on a page.
 *
 * @module
 */
import type { Box } from "./box.ts";
import type { InkImage } from "./ink_image.ts";

/** Ink cut out of a page: a mark, a digit, or a piece of one. */
export interface BoxedInk {
  /** Where it is on the page. */
  readonly box: Box;
  /** Its own ink, as large as the box; that of neighbours in the same box is left out. */
  readonly ink: InkImage;
}

/** Ink and where it lies.
 *
 * @param place column and row of its left upper corner, whole pixels; 0 by default
 *
 * @example
 * ```ts
 * import { deepStrictEqual } from "node:assert";
 * import { boxedInk } from "@lib/image/boxed_ink.ts";
 * import { inkImage } from "@lib/image/ink_image.ts";
 * const { box } = boxedInk(inkImage(3, 2), { x: 7 });
 * deepStrictEqual(box, { x: 7, y: 0, width: 3, height: 2 });
 * ```
 */
export function boxedInk(
  ink: InkImage,
  { x = 0, y = 0 }: { readonly x?: number; readonly y?: number } = {},
): BoxedInk {
  return { box: { x, y, width: ink.width, height: ink.height }, ink };
}
