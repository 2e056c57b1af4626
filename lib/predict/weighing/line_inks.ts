/** The ink of a line as the line reader takes it.
 *
 * @module
 */
import type { BoxedInk } from "../../image/boxed_ink.ts";
import type { InkImage } from "../../image/ink_image.ts";
import { overlay } from "../../image/overlay.ts";
import { measureBody } from "../../preprocess/ink/measure_body.ts";
import { normaliseLine } from "../../preprocess/ink/normalise_line.ts";
import { lineInkLimits as limits } from "./limits.ts";

/** Lays the marks of a line side by side on level ground, and brings them into the form that the line reader takes,
 * in several sizes: how high its digits are is only estimated.
 *
 * @param marks of the upright line, at least one
 * @param height of the writing on the page, in pixels
 * @returns the same ink in each size, from the largest to the smallest
 *
 * @example
 * ```ts
 * import { boxedInk } from "@lib/image/boxed_ink.ts";
 * import { inkImage } from "@lib/image/ink_image.ts";
 * import { lineInks } from "@lib/predict/weighing/line_inks.ts";
 * import { ok } from "node:assert";
 * const bar = inkImage(4, 44, new Uint8Array(4 * 44).fill(255));
 * const inks = lineInks([boxedInk(bar, { x: 9 }), boxedInk(bar, { x: 49 })], 44);
 * ok(inks.every(({ height }) => height === 32));
 * ok(inks[0].width > inks[1].width);
 * ```
 */
export function lineInks(marks: readonly BoxedInk[], height: number): InkImage[] {
  const level = trendOf(marks, height);
  const { ink } = overlay(marks.map((mark): BoxedInk => {
    const { box } = mark;
    return { ...mark, box: { ...box, y: Math.round(box.y - level(box.x + box.width / 2)) } };
  }));
  const { middle, height: rows } = measureBody(ink);
  return limits.sizes.map((size) => normaliseLine(ink, { middle, height: rows / size }));
}

/** The straight line that the middles of tall marks follow: which row it has in a column. */
function trendOf(marks: readonly BoxedInk[], height: number): (x: number) => number {
  const tall = marks.filter(({ box }) => box.height >= limits.tall * height);
  const middles = (tall.length > 0 ? tall : marks).map(({ box }) => {
    return { x: box.x + box.width / 2, y: box.y + box.height / 2, weight: box.width };
  });
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
