/** Where ink lies, row by row.
 *
 * @module
 */
import type { GreyImage } from "./grey_image.ts";

/** Ink beside ink in a row, from pixel `starts[i]` to before `ends[i]`. */
export interface InkRuns {
  /** `[runs]`, row by row, from left to right. */
  readonly starts: Int32Array;
  /** `[runs]` */
  readonly ends: Int32Array;
  /** `[height + 1]`, how many runs there are above each row. */
  readonly before: Int32Array;
}

/** Finds the runs of ink. Most of a page is paper, so whoever looks at its ink alone is done much sooner
 * than one who visits all pixels.
 *
 * @param image levels of which 0 is paper
 * @param least the lowest level that counts, at least 1
 *
 * @example
 * ```ts
 * import { deepStrictEqual } from "node:assert";
 * import { inkImage } from "@lib/image/ink_image.ts";
 * import { inkRuns } from "@lib/image/ink_runs.ts";
 * const { starts, ends, before } = inkRuns(inkImage(5, 1, new Uint8Array([9, 9, 0, 0, 9])));
 * deepStrictEqual([[...starts], [...ends], [...before]], [[0, 4], [2, 5], [0, 2]]);
 * ```
 */
export function inkRuns({ width, height, pixels }: GreyImage, least = 1): InkRuns {
  const most = Math.ceil(width / 2); // in a row
  let [starts, ends] = [new Int32Array(8 * most), new Int32Array(8 * most)];
  const before = new Int32Array(height + 1);
  const fours = inFours(pixels);
  let count = 0;
  for (let y = 0, at = 0; y < height; y++) {
    const end = at + width;
    if (count + most > starts.length) [starts, ends] = [twice(starts), twice(ends)];
    while (at < end) {
      if (pixels[at] < least) {
        at++;
        if ((at & 3) === 0) at = 4 * afterPaper(fours, at >> 2, end >> 2);
        continue;
      }
      starts[count] = at;
      while (at < end && pixels[at] >= least) at++;
      ends[count++] = at;
    }
    before[y + 1] = count;
  }
  return { starts: starts.slice(0, count), ends: ends.slice(0, count), before };
}

function twice(numbers: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const more = new Int32Array(2 * numbers.length);
  more.set(numbers);
  return more;
}

/** The place of the first four pixels, from `four` on and before `end`, that are not all bare paper; else `end`. */
function afterPaper(fours: Int32Array, four: number, end: number): number {
  // Sixteen at a time: most of them are paper.
  const last = end - 4;
  while (
    four <= last && (fours[four] | fours[four + 1] | fours[four + 2] | fours[four + 3]) === 0
  ) four += 4;
  while (four < end && fours[four] === 0) four++;
  return four;
}

/** Levels four by four, as one number each; those left over are not among them. */
function inFours(pixels: Uint8Array): Int32Array {
  // Numbers of four bytes lie at every fourth one.
  const { buffer, byteOffset, length } = pixels.byteOffset % 4 === 0 ? pixels : pixels.slice();
  return new Int32Array(buffer, byteOffset, length >> 2);
}
