/** Runs of ink along the columns.
 *
 * @module
 */
import type { InkRuns } from "./ink_runs.ts";

/** The runs that an image would have with its rows as columns, from its own runs: only where ink begins
 * or ends below a row is anything to do, and that is a small part of a page.
 *
 * @param runs of the image
 * @param width of the image, in pixels
 *
 * @example
 * ```ts
 * import { deepStrictEqual } from "node:assert";
 * import { inkImage } from "@lib/image/ink_image.ts";
 * import { inkRuns } from "@lib/image/ink_runs.ts";
 * import { turnedRuns } from "@lib/image/turned_runs.ts";
 * const corner = inkRuns(inkImage(2, 2, new Uint8Array([9, 9, 9, 0])));
 * const { starts, ends } = turnedRuns(corner, 2);
 * deepStrictEqual([[...starts], [...ends]], [[0, 2], [2, 3]]);
 * ```
 */
export function turnedRuns(runs: InkRuns, width: number): InkRuns {
  const height = runs.before.length - 1;
  const tops = new Int32Array(width); // where the ink of each column began that reaches the row
  const [columns, firsts, afters]: [number[], number[], number[]] = [[], [], []];
  const before = new Int32Array(width + 1);
  for (let y = 0; y <= height; y++) {
    forEachOutside(runs, y - 1, y, width, (from, to) => {
      for (let x = from; x < to; x++) {
        columns.push(x);
        firsts.push(tops[x]);
        afters.push(y);
        before[x + 1]++;
      }
    });
    forEachOutside(runs, y, y - 1, width, (from, to) => tops.fill(y, from, to));
  }
  for (let x = 0; x < width; x++) before[x + 1] += before[x];
  const [starts, ends] = [new Int32Array(columns.length), new Int32Array(columns.length)];
  const next = before.slice(0, width);
  columns.forEach((x, i) => {
    const place = next[x]++;
    starts[place] = x * height + firsts[i];
    ends[place] = x * height + afters[i];
  });
  return { starts, ends, before };
}

/** Visits the columns that have ink in one row and none in another; rows beyond the image have none. */
function forEachOutside(
  { starts, ends, before }: InkRuns,
  row: number,
  other: number,
  width: number,
  visit: (from: number, to: number) => void,
): void {
  const height = before.length - 1;
  if (row < 0 || row >= height) return;
  const toOther = (other - row) * width;
  let cover = other < 0 || other >= height ? 0 : before[other];
  const last = other < 0 || other >= height ? 0 : before[other + 1];
  for (let run = before[row]; run < before[row + 1]; run++) {
    const end = ends[run];
    let from = starts[run];
    while (cover < last && ends[cover] - toOther <= from) cover++;
    for (let k = cover; k < last && starts[k] - toOther < end; k++) {
      const start = starts[k] - toOther;
      if (start > from) visit(from - row * width, start - row * width);
      from = Math.max(from, ends[k] - toOther);
    }
    if (from < end) visit(from - row * width, end - row * width);
  }
}
