/** Bent strokes.
 *
 * @module
 */
import type { InkImage } from "./ink_image.ts";
import { drawLine } from "./draw_line.ts";

/** Straight pieces of an arc. */
const pieces = 6;

/** Draws an arc of a parabola with round ends, smooth at the edges.
 *
 * @param ink drawn on in place
 * @param from `[x, y]` of its start, in pixels; 0 is the middle of the first pixel
 * @param to of its end
 * @param bow how far its middle lies beside the straight line, as a part of the length: above 0 to the
 * right of who goes from the start to the end, y pointing down
 * @param width of the stroke in pixels
 * @returns points on it, the ends among them
 *
 * @example
 * ```ts
 * import { deepStrictEqual } from "node:assert";
 * import { drawArc } from "@lib/image/draw_arc.ts";
 * import { inkImage } from "@lib/image/ink_image.ts";
 * const points = drawArc(inkImage(30, 30), [5, 10], [25, 10], 0.25, 2);
 * deepStrictEqual(points[3], [15, 15]); // its middle
 * ```
 */
export function drawArc(
  ink: InkImage,
  from: readonly [x: number, y: number],
  to: readonly [x: number, y: number],
  bow: number,
  width: number,
): (readonly [x: number, y: number])[] {
  const points = [from];
  for (let i = 1; i <= pieces; i++) {
    const t = i / pieces;
    const aside = 4 * bow * t * (1 - t);
    const x = from[0] + t * (to[0] - from[0]) - aside * (to[1] - from[1]);
    const y = from[1] + t * (to[1] - from[1]) + aside * (to[0] - from[0]);
    drawLine(ink, points[i - 1], [x, y], width);
    points.push([x, y]);
  }
  return points;
}
