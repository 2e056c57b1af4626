import type { Rng } from "../../../base/rng.ts";
import { drawLine } from "../../../image/draw_line.ts";
import type { InkImage } from "../../../image/ink_image.ts";

/** Opens a round digit, a 0 or an 8, near its top: the pen began and ended apart.
 *
 * @param ink a trimmed digit, 0 paper to 255 full stroke
 * @param width of its strokes, in pixels
 * @param rng draws where, and how far the gap is
 * @returns same size
 */
export function openLoop(ink: InkImage, width: number, rng: Rng): InkImage {
  const gap = { ...ink, pixels: new Uint8Array(ink.pixels.length) };
  const angle = rng.between(-0.9, 0.9); // from the top, clockwise
  const [x, y] = [(ink.width - 1) / 2, (ink.height - 1) / 2];
  const reach = Math.max(ink.width, ink.height);
  const outside = (from: number): [number, number] => [
    x + from * ink.width * Math.sin(angle),
    y - from * ink.height * Math.cos(angle),
  ];
  drawLine(gap, outside(0.3), outside(0.7), Math.max(width, reach * rng.between(0.1, 0.26)));
  return { ...ink, pixels: ink.pixels.map((level, i) => Math.max(0, level - gap.pixels[i])) };
}
