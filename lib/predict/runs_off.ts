import { type Box, boxAround } from "../image/box.ts";
import type { BoxedInk } from "../image/boxed_ink.ts";
import type { InkImage } from "../image/ink_image.ts";
import { isBar } from "../preprocess/writing/is_bar.ts";
import { readingLimits as limits } from "./limits.ts";

/** Tells what runs off the picture and may be no digit. It ends at an edge, and at the opposite one there is no
 * writing, so that the picture was not cut out tightly around a line of digits; or most of the page are bars
 * that run through the picture from edge to edge.
 *
 * @param page its size in pixels
 * @param marks all that is written on it
 */
export function runsOff(
  page: Pick<InkImage, "width" | "height">,
  marks: readonly BoxedInk[],
): (box: Box) => boolean {
  if (marks.length === 0) return () => false;
  const whole = boxAround(marks.map(({ box }) => box));
  const all = ends(whole, page, limits.tight * Math.min(page.width, page.height));
  const through = marks.filter(({ box, ink }) => {
    return ends(box, page).filter(Boolean).length > 1 && isBar(ink);
  });
  const least = Math.max(limits.leastThrough, limits.through * marks.length);
  if (through.length >= least) return () => true;
  return (box) => ends(box, page).some((isAtEdge, side) => isAtEdge && !all[(side + 2) % 4]);
}

/** Whether a box ends at the left edge, the upper, the right, the lower one. */
function ends(
  { x, y, width, height }: Box,
  page: Pick<InkImage, "width" | "height">,
  margin: number = limits.atEdge,
): boolean[] {
  return [x, y, page.width - x - width, page.height - y - height].map((gap) => gap <= margin);
}
