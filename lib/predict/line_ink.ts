/** The ink of a line as the line reader takes it.
 *
 * @module
 */
import type { BoxedInk } from "../image/boxed_ink.ts";
import { overlay } from "../image/overlay.ts";
import { median } from "../base/statistics.ts";
import { type NormalisedLine, normaliseLine } from "../preprocess/ink/normalise_line.ts";
import { lineInkLimits as limits } from "./limits.ts";

/** A line as the line reader takes it, and where it came from. */
export interface LineInk extends NormalisedLine {
  /** The first column of its ink on the upright line, in pixels. */
  readonly left: number;
}

/** Lays the marks of a line side by side on level ground, and normalises them.
 *
 * @param marks of the upright line, at least one
 * @param height of the writing on the page, in pixels
 *
 * @example
 * ```ts
 * import { boxedInk } from "@lib/image/boxed_ink.ts";
 * import { inkImage } from "@lib/image/ink_image.ts";
 * import { lineInk } from "@lib/predict/line_ink.ts";
 * import { deepStrictEqual } from "node:assert";
 * const bar = inkImage(4, 44, new Uint8Array(4 * 44).fill(255));
 * const { ink, left } = lineInk([boxedInk(bar, { x: 9 }), boxedInk(bar, { x: 49 })], 44);
 * deepStrictEqual([ink.width, left], [15 + 22 + 15, 9]);
 * ```
 */
export function lineInk(marks: readonly BoxedInk[], height: number): LineInk {
  const tall = marks.filter(({ box }) => box.height >= limits.tall * height);
  const known = tall.length > 0 ? tall : marks;
  const middles = known.map(({ box }) => {
    return { x: box.x + box.width / 2, y: box.y + box.height / 2, weight: box.width };
  });
  const level = trendOf(middles);
  const levelled = marks.map(({ ink, box }): BoxedInk => {
    return { ink, box: { ...box, y: Math.round(box.y - level(box.x + box.width / 2)) } };
  });
  const { ink, box } = overlay(levelled);
  const own = median(known.map((mark) => mark.box.height));
  const body = Math.min(limits.most * height, Math.max(limits.least * height, own));
  return { ...normaliseLine(ink, { middle: -box.y, height: body }), left: box.x };
}

/** The straight line that the middles of marks follow: which row it has in a column. */
function trendOf(
  middles: readonly { readonly x: number; readonly y: number; readonly weight: number }[],
): (x: number) => number {
  let [sum, sumX, sumY] = [0, 0, 0];
  for (const { x, y, weight } of middles) {
    sum += weight;
    sumX += weight * x;
    sumY += weight * y;
  }
  const [meanX, meanY] = [sumX / sum, sumY / sum];
  let [spread, together] = [0, 0];
  for (const { x, y, weight } of middles) {
    spread += weight * (x - meanX) ** 2;
    together += weight * (x - meanX) * (y - meanY);
  }
  const slope = middles.length < limits.leastForSlope || spread === 0 ? 0 : together / spread;
  const kept = Math.max(-limits.steepest, Math.min(limits.steepest, slope));
  return (x) => meanY + kept * (x - meanX);
}
