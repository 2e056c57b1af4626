/** Runs of ink that touch each other.
 *
 * @module
 */
import type { InkRuns } from "./ink_runs.ts";

/** Unites the runs of each row with those they touch in the row above.
 *
 * @param width of the image, in pixels
 * @param reach 1 if pixels touch at corners too, 0 if at their sides alone
 * @returns `[runs]`, for each run the first one of all that hang together
 *
 * @example
 * ```ts
 * import { deepStrictEqual } from "node:assert";
 * import { inkImage } from "@lib/image/ink_image.ts";
 * import { inkRuns } from "@lib/image/ink_runs.ts";
 * import { unitedRuns } from "@lib/image/united_runs.ts";
 * const steps = inkRuns(inkImage(2, 2, new Uint8Array([9, 0, 0, 9])));
 * deepStrictEqual([...unitedRuns(steps, 2, 1)], [0, 0]);
 * deepStrictEqual([...unitedRuns(steps, 2, 0)], [0, 1]);
 * ```
 */
export function unitedRuns(
  { starts, ends, before }: InkRuns,
  width: number,
  reach: 0 | 1,
): Int32Array {
  const firsts = new Int32Array(starts.length);
  const firstOf = (run: number): number => {
    while (firsts[run] !== run) run = firsts[run] = firsts[firsts[run]];
    return run;
  };
  for (let y = 0; y < before.length - 1; y++) {
    let above = before[Math.max(0, y - 1)];
    for (let run = before[y]; run < before[y + 1]; run++) {
      firsts[run] = run;
      const [from, to] = [starts[run] - width - reach, ends[run] - width + reach];
      while (above < before[y] && ends[above] <= from) above++;
      for (let other = above; other < before[y] && starts[other] < to; other++) {
        const [one, two] = [firstOf(run), firstOf(other)];
        firsts[Math.max(one, two)] = Math.min(one, two);
      }
    }
  }
  // The first of all comes first: those of the runs before are known.
  for (let run = 0; run < firsts.length; run++) firsts[run] = firsts[firsts[run]];
  return firsts;
}
