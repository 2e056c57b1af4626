import { type Component, connectedComponents } from "../../image/connected_components.ts";
import { type InkImage } from "../../image/ink_image.ts";
import { dilate } from "../../image/morphology.ts";
import { inkAt } from "../ink/ink_at.ts";
import { levelOutside, type MeasuredInk } from "../ink/measure_ink.ts";
import { outlineLengths } from "./outline_lengths.ts";
import { paleLimits as limits, printLimits } from "./print_limits.ts";

/** Finds writing that is paler than the strongest ink of its image: pencil beside a pen, any pen beside a
 * shadow or a printed bar. What the strong ink leaves must look like writing: marks of one size, strokes and
 * not areas, no pattern all over the paper.
 *
 * @param strong the ink at the level of the strongest marks
 * @returns all ink at the level of the pale one; nothing where there is none
 */
export function paleInk(measured: MeasuredInk, strong: InkImage): InkImage | undefined {
  const cores = { ...strong, pixels: strong.pixels.map((level) => level >= limits.core ? 255 : 0) };
  const mask = dilate(cores, { square: printLimits.softEdge }).pixels;
  const level = levelOutside(measured, mask);
  if (level < limits.leastLevel * measured.level || level >= printLimits.paler * measured.level) {
    return undefined;
  }
  const ink = inkAt(measured, level);
  const found = connectedComponents(ink, printLimits.leastLink);
  const { labels, components } = found;
  const isMasked = new Uint8Array(components.length + 1);
  for (let i = 0; i < labels.length; i++) if (mask[i] > 0) isMasked[labels[i]] = 1;
  const outlines = outlineLengths(ink, found);
  const isCurved = ({ label, width, height }: Component): boolean => {
    return outlines[label] >= limits.curved * 2 * (width + height);
  };
  const marks = components.filter(({ label }) => isMasked[label] === 0);
  return looksWritten(marks, isCurved, limits.largeDigit * ink.height) ? ink : undefined;
}

function looksWritten(
  marks: readonly Component[],
  isCurved: (mark: Component) => boolean,
  largeDigit: number,
): boolean {
  const total = marks.reduce((sum, { mass }) => sum + mass, 0);
  const large = marks.filter((mark) => mark.height >= limits.leastHeight && isStroke(mark))
    .sort((a, b) => a.height - b.height);
  if (large.length === 0) return false;
  const height = large[large.length >> 1].height;
  const least = height >= largeDigit ? 1 : limits.leastMarks;
  const alike = large.filter((mark) => {
    return mark.height >= limits.low * height && mark.height <= limits.high * height;
  });
  const massOf = (some: readonly Component[]): number => {
    return some.reduce((sum, { mass }) => sum + mass, 0);
  };
  return alike.length >= least && massOf(alike) >= limits.share * total &&
    massOf(alike.filter(isCurved)) >= limits.curvedShare * massOf(alike);
}

/** Neither an area nor a long line. */
function isStroke({ width, height, area }: Component): boolean {
  return width <= limits.widest * height && area <= limits.filled * width * height ||
    width <= height / 2;
}
