import type { Component } from "../../image/connected_components.ts";
import type { InkImage } from "../../image/ink_image.ts";
import type { LayeredInk } from "../ink/ink_at.ts";
import { outlineLengths } from "./outline_lengths.ts";
import { paleLimits as limits } from "./print_limits.ts";

/** Finds writing that is paler than the strongest ink of its image: pencil beside a pen, any pen beside a
 * shadow or a printed bar. What was too faint for the strong ink must look like writing: marks of one size,
 * strokes and not areas, no pattern of straight lines all over the paper.
 *
 * @param size of the image
 * @param layered the ink at the level of the strongest marks
 * @returns how far the pale writing stands off the paper, in levels; 0 where there is none
 */
export function paleLevel(
  size: Pick<InkImage, "width" | "height">,
  { faint, standsOff }: LayeredInk,
  strongest: number,
): number {
  const least = limits.leastLevel * strongest;
  const seen = faint.components.filter(({ peak }) => standsOff(peak) >= least);
  const large = seen.filter((mark) => mark.height >= limits.leastHeight && isStroke(mark))
    .sort((a, b) => a.height - b.height);
  if (large.length === 0) return 0;
  const height = large[large.length >> 1].height;
  const alike = large.filter((mark) => {
    return mark.height >= limits.low * height && mark.height <= limits.high * height;
  });
  const count = height >= limits.largeDigit * size.height ? 1 : limits.leastMarks;
  if (alike.length < count || massOf(alike) < limits.share * massOf(seen)) return 0;
  const outlines = outlineLengths(size, faint);
  const curved = alike.filter((mark) => {
    return outlines[mark.label] >= limits.curved * 2 * (mark.width + mark.height);
  });
  if (massOf(curved) < limits.curvedShare * massOf(alike)) return 0;
  const peaks = alike.map(({ peak }) => standsOff(peak)).sort((a, b) => a - b);
  return limits.ofPeak * peaks[peaks.length >> 1];
}

function massOf(marks: readonly Component[]): number {
  return marks.reduce((sum, { mass }) => sum + mass, 0);
}

/** Neither an area nor a long line. */
function isStroke({ width, height, area }: Component): boolean {
  return width <= limits.widest * height && area <= limits.filled * width * height ||
    width <= height / 2;
}
