import type { Rng } from "../../../base/rng.ts";
import type { Box } from "../../../image/box.ts";
import { drawArc } from "../../../image/draw_arc.ts";
import { drawLine } from "../../../image/draw_line.ts";
import type { InkImage } from "../../../image/ink_image.ts";
import { pad } from "../../../image/pad.ts";
import { allographRanges } from "./writer_ranges.ts";

/** Opens a loop, that of a 0 or an 8, near its top: its stroke begins and ends apart.
 *
 * @param ink a digit cropped to its ink
 * @param width of its strokes, in pixels
 * @param rng draws where, and how wide the gap is
 * @returns same size
 */
export function openLoop(ink: InkImage, width: number, rng: Rng): InkImage {
  const ranges = allographRanges.openLoop;
  const gap = { ...ink, pixels: new Uint8Array(ink.pixels.length) };
  const angle = rng.between(...ranges.angle);
  const [x, y] = [(ink.width - 1) / 2, (ink.height - 1) / 2];
  const reach = Math.max(ink.width, ink.height);
  const outside = (from: number): [number, number] => [
    x + from * ink.width * Math.sin(angle),
    y - from * ink.height * Math.cos(angle),
  ];
  drawLine(gap, outside(0.3), outside(0.7), Math.max(width, reach * rng.between(...ranges.gap)));
  return { ...ink, pixels: ink.pixels.map((level, i) => Math.max(0, level - gap.pixels[i])) };
}

/** Takes the left or right side of a 0 away: where zeros touch each other, they share a side, and one of
 * them keeps it.
 *
 * @param ink a 0 cropped to its ink
 * @param width of its strokes, in pixels
 * @param rng draws the side, and how much is lost
 * @returns narrower, at least a half of it
 */
export function openSide(ink: InkImage, width: number, rng: Rng): InkImage {
  const ranges = allographRanges.openSide;
  const lost = -Math.round(Math.min(ink.width / 2, width * rng.between(...ranges.lost)));
  const isLeft = rng.uniform() < ranges.left;
  return pad(ink, isLeft ? { left: lost } : { right: lost });
}

/** Draws what links a 0 to its neighbours in a row of zeros written in one go: a stroke from the top to
 * one side, or to both.
 *
 * @param ink drawn on in place; with paper around the digit
 * @param box where the 0 is
 * @param width of its strokes, in pixels
 * @param rng draws the sides, and the strokes
 */
export function linkedZero(ink: InkImage, box: Box, width: number, rng: Rng): void {
  const ranges = allographRanges.linkedZero;
  const sides = rng.uniform();
  const top = box.y + width / 2;
  for (const side of [-1, 1]) {
    if (side === -1 ? sides > ranges.sides.left : sides < ranges.sides.right) continue;
    const start = box.x + box.width * (0.5 + side * rng.between(...ranges.start));
    const end = box.x + box.width * (0.5 + side * rng.between(...ranges.end));
    const fall = box.height * rng.between(...ranges.fall);
    drawArc(ink, [start, top], [end, top + fall], side * rng.between(...ranges.bow), width);
  }
}

/** Draws the slash of a 0, from its lower left to its upper right.
 *
 * @param ink drawn on in place
 * @param box where the 0 is
 * @param width of its strokes, in pixels
 * @param rng draws how far the slash reaches
 */
export function slashedZero(ink: InkImage, box: Box, width: number, rng: Rng): void {
  const ranges = allographRanges.slash;
  const [start, end] = [rng.between(...ranges.start), rng.between(...ranges.end)];
  drawLine(
    ink,
    [box.x + start * box.width, box.y + end * box.height],
    [box.x + end * box.width, box.y + start * box.height],
    width,
  );
}
