import type { Run } from "./rule.ts";

/** The middle of a run across its rule. */
const middleOf = ({ from, to }: Run): number => (from + to) / 2;

/** The line of least squares through the middles of runs.
 *
 * @param runs at least one
 * @returns gives the middle at a place along the rule
 *
 * @example
 * ```ts
 * import { lineThrough } from "@lib/preprocess/writing/line_through.ts";
 * import { ok } from "node:assert";
 * const line = lineThrough([{ at: 0, from: 3, to: 5 }, { at: 10, from: 8, to: 10 }]);
 * ok(Math.abs(line(20) - 14) < 1e-6);
 * ```
 */
export function lineThrough(runs: readonly Run[]): (at: number) => number {
  const mean = runs.reduce((sum, run) => sum + middleOf(run), 0) / runs.length;
  const place = runs.reduce((sum, run) => sum + run.at, 0) / runs.length;
  let [product, square] = [0, 1e-9];
  for (const run of runs) {
    product += (run.at - place) * (middleOf(run) - mean);
    square += (run.at - place) ** 2;
  }
  return (at) => mean + product / square * (at - place);
}
