import { pad } from "../../../image/pad.ts";
import type { InkImage } from "../../../image/ink_image.ts";

/** The faintest level of a stroke. */
const leastInk = 64;

/** Rows that the bar has at most. */
const bar = 4;

/** Shortens the right stroke of an open 4 to a part around the bar, as many Europeans write it.
 *
 * @param ink a 4 cropped to its ink
 * @param above how much is taken of what the right stroke has above the bar, 0 to 1
 * @param below how much of what it has below the bar, 0 to 1
 * @returns as wide; `ink` itself where the 4 is closed
 */
export function lowFour(ink: InkImage, above: number, below: number): InkImage {
  const starts: number[] = []; // of the right stroke, row by row, down to the bar
  while (starts.length < ink.height) {
    const start = rightStroke(ink, starts.length);
    if (start === undefined) break;
    starts.push(start);
  }
  if (starts.length < ink.height / 4) return ink;
  const pixels = ink.pixels.slice();
  for (let y = 0; y < above * starts.length; y++) {
    pixels.fill(0, y * ink.width + starts[y], (y + 1) * ink.width);
  }
  const cut = Math.floor(below * Math.max(0, ink.height - starts.length - bar));
  return pad({ ...ink, pixels }, { bottom: -cut });
}

/** The column from which on the ink of a row belongs to the right stroke; the width where only the
 * left one is there, `undefined` where the two are one. */
function rightStroke({ width, pixels }: InkImage, row: number): number | undefined {
  const line = pixels.subarray(row * width, (row + 1) * width);
  const first = line.findIndex((level) => level >= leastInk);
  const last = line.findLastIndex((level) => level >= leastInk);
  if (first >= width / 2) return first;
  if (last < width / 2) return width;
  const gap = line.findIndex((level, x) => x > first && level < leastInk);
  return gap > first && gap < last ? gap + 1 : undefined;
}
