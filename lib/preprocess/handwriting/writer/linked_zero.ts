import type { Rng } from "../../../base/rng.ts";
import type { Box } from "../../../image/box.ts";
import { drawArc } from "../../../image/draw_arc.ts";
import type { InkImage } from "../../../image/ink_image.ts";

/** Draws what links a 0 to its neighbours in a row of zeros written in one go: a stroke from the top to
 * one side, or to both.
 *
 * @param ink drawn on in place; with paper around the digit
 * @param box where the 0 is
 * @param width of its strokes, in pixels
 * @param rng draws the sides, and the strokes
 */
export function linkedZero(ink: InkImage, box: Box, width: number, rng: Rng): void {
  const sides = rng.uniform();
  const top = box.y + width / 2;
  for (const side of [-1, 1]) {
    if (side === -1 ? sides > 0.65 : sides < 0.35) continue;
    const start = box.x + box.width * (0.5 + side * rng.between(0, 0.3));
    const end = box.x + box.width * (0.5 + side * rng.between(0.55, 1));
    const fall = box.height * rng.between(-0.12, 0.3);
    drawArc(ink, [start, top], [end, top + fall], side * rng.between(-0.25, 0.1), width);
  }
}
