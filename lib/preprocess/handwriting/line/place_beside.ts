import type { BoxedInk } from "../../../image/boxed_ink.ts";

/** The faintest level of a stroke. */
const leastInk = 64;

/** How far to the right ink has to be moved so that a gap is left between it and other ink, in the row where
 * they come nearest.
 *
 * @param before what stands to the left
 * @param next what follows; its own column counts from 0
 * @param gap in pixels; negative where they overlap
 * @returns the column of `next`; `undefined` where they share no row
 */
export function placeBeside(before: BoxedInk, next: BoxedInk, gap: number): number | undefined {
  let column: number | undefined;
  for (let y = 0; y < next.ink.height; y++) {
    const left = firstInk(next, y);
    if (left === undefined) continue;
    // A pen is round: the rows above and below count as well.
    for (let row = next.box.y + y - 1; row <= next.box.y + y + 1; row++) {
      const right = lastInk(before, row - before.box.y);
      if (right !== undefined) column = Math.max(column ?? -Infinity, right + 1 - left);
    }
  }
  return column === undefined ? undefined : Math.round(column + gap);
}

function firstInk({ ink: { width, pixels } }: BoxedInk, y: number): number | undefined {
  for (let x = 0; x < width; x++) if (pixels[y * width + x] >= leastInk) return x;
  return undefined;
}

/** Column on the sheet. */
function lastInk({ box, ink: { width, height, pixels } }: BoxedInk, y: number): number | undefined {
  if (y < 0 || y >= height) return undefined;
  for (let x = width - 1; x >= 0; x--) if (pixels[y * width + x] >= leastInk) return box.x + x;
  return undefined;
}
