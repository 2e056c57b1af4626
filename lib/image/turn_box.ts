/** Boxes on turned pictures.
 *
 * @module
 */
import type { Box } from "./box.ts";

/** How far something lies turned from upright, clockwise, in degrees. */
export type Degrees = 0 | 90 | 180 | 270;

/** Where a box lies once its picture is turned clockwise.
 *
 * @param box in the pixels of the picture before
 * @param size of the picture after, in pixels
 *
 * @example
 * ```ts
 * import { deepStrictEqual } from "node:assert";
 * import { turnBox } from "@lib/image/turn_box.ts";
 * const topLeft = { x: 0, y: 0, width: 30, height: 10 };
 * const turned = turnBox(topLeft, 90, { width: 60, height: 200 });
 * deepStrictEqual(turned, { x: 50, y: 0, width: 10, height: 30 });
 * ```
 */
export function turnBox(
  { x, y, width, height }: Box,
  degrees: Degrees,
  size: { readonly width: number; readonly height: number },
): Box {
  switch (degrees) {
    case 0:
      return { x, y, width, height };
    case 90:
      return { x: size.width - y - height, y: x, width: height, height: width };
    case 180:
      return { x: size.width - x - width, y: size.height - y - height, width, height };
    case 270:
      return { x: y, y: size.height - x - width, width: height, height: width };
  }
}
