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
 */
export function boxedInk(
  ink: InkImage,
  { x = 0, y = 0 }: { readonly x?: number; readonly y?: number } = {},
): BoxedInk {
  return { box: { x, y, width: ink.width, height: ink.height }, ink };
}
