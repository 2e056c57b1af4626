import { connectedComponents } from "../../image/connected_components.ts";
import { isolate } from "../../image/isolate.ts";
import { type Box, boxAround } from "../../image/box.ts";
import type { BoxedInk } from "../../image/boxed_ink.ts";
import { singleDigitLimits } from "./limits.ts";
import type { InkImage } from "../../image/ink_image.ts";

/** The choices of ink that may be the one digit on an image: all of it, all that does not run off
 * the image's edge, the largest mark with what lies close to it, that mark alone.
 *
 * @returns the choices, each once; none where there is no ink
 */
export function singleDigitInk(ink: InkImage): BoxedInk[] {
  const { leastLink, speck, gap } = singleDigitLimits;
  const found = connectedComponents(ink, leastLink);
  const { components } = found;
  const largest = components.reduce((most, { mass }) => Math.max(most, mass), 0);
  const all = components.filter(({ mass }) => mass >= speck * largest);
  if (all.length === 0) return [];
  const main = all.reduce((best, mark) => central(mark, ink) > central(best, ink) ? mark : best);
  const close = gap * Math.max(main.width, main.height);
  const inner = all.filter((mark) => mark === main || !touchesEdge(mark, ink));
  const near = inner.filter((mark) => {
    const right = Math.max(mark.x - main.x - main.width, main.x - mark.x - mark.width);
    const down = Math.max(mark.y - main.y - main.height, main.y - mark.y - mark.height);
    return Math.max(right, down) <= close;
  });
  const choices = [all, inner, near, [main]];
  const isNew = (marks: readonly unknown[], i: number): boolean => {
    return choices.findIndex((other) => other.length === marks.length) === i; // each holds the next
  };
  return choices.filter(isNew).map((marks) => {
    const box = boxAround(marks);
    return { box, ink: isolate(ink, found, marks, box) };
  });
}

/** A mark's ink, counted half at the corner of the image. */
function central(mark: Box & { readonly mass: number }, image: InkImage): number {
  const right = Math.abs(mark.x + mark.width / 2 - image.width / 2) / image.width;
  const down = Math.abs(mark.y + mark.height / 2 - image.height / 2) / image.height;
  return mark.mass * (1 - Math.max(right, down));
}

function touchesEdge({ x, y, width, height }: Box, image: InkImage): boolean {
  return x === 0 || y === 0 || x + width === image.width || y + height === image.height;
}
