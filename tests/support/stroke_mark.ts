import type { BoxedInk } from "@lib/image/boxed_ink.ts";
import { crop } from "@lib/image/crop.ts";
import { drawLine } from "@lib/image/draw_line.ts";
import { inkBox } from "@lib/image/ink_box.ts";
import { inkImage } from "@lib/image/ink_image.ts";

/** A place on a page, in pixels. */
export type Point = readonly [x: number, y: number];

/** A mark of straight strokes from point to point, cut out of a page of 640 × 240 pixels. */
export function strokeMark(pen: number, ...strokes: readonly (readonly Point[])[]): BoxedInk {
  const page = inkImage(640, 240);
  for (const points of strokes) {
    points.slice(1).forEach((point, i) => drawLine(page, points[i], point, pen));
  }
  const box = inkBox(page)!;
  return { box, ink: crop(page, box) };
}
