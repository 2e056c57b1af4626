import type { Rng } from "../../../base/rng.ts";
import type { Box } from "../../../image/box.ts";
import { drawArc } from "../../../image/draw_arc.ts";
import type { InkImage } from "../../../image/ink_image.ts";
import { allographRanges } from "./writer_ranges.ts";

/** The faintest level of a stroke. */
const leastInk = 64;

/** Draws the loop with which some begin a 2: from the tip at the upper left on to the long stroke
 * that falls to the left.
 *
 * @param ink drawn on in place; with paper around the digit
 * @param box where the 2 is
 * @param width of its strokes, in pixels
 * @param rng draws how large the loop is
 */
export function loopedTwo(ink: InkImage, box: Box, width: number, rng: Rng): void {
  const tip = leftTip(ink, box);
  const row = Math.round(box.y + box.height * rng.between(...allographRanges.two.row));
  const columns = inkColumns(ink, row);
  if (tip === undefined || columns === undefined || row <= tip[1]) return;
  drawArc(
    ink,
    tip,
    [(columns[0] + columns[1]) / 2, row],
    rng.between(...allographRanges.two.bow),
    width,
  );
}

/** The middle of the leftmost ink in the upper two fifths. */
function leftTip(ink: InkImage, box: Box): [x: number, y: number] | undefined {
  let tip: [number, number] | undefined;
  for (let y = box.y; y < box.y + 0.4 * box.height; y++) {
    const first = inkColumns(ink, y)?.[0];
    if (first !== undefined && (tip === undefined || first < tip[0])) tip = [first, y];
  }
  return tip;
}

/** First and last column with a stroke in a row. */
function inkColumns({ width, pixels }: InkImage, row: number): [number, number] | undefined {
  const line = pixels.subarray(row * width, (row + 1) * width);
  const first = line.findIndex((level) => level >= leastInk);
  return first < 0 ? undefined : [first, line.findLastIndex((level) => level >= leastInk)];
}
