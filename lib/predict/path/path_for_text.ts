/** The candidates of a line that read as a given text.
 *
 * @module
 */
import type { PathCosts } from "./path_costs.ts";
import type { Candidate } from "../segment/candidates.ts";

/** A way through a line that reads as a given text. */
export interface TextPath {
  /** The positions of the digits among the candidates, from left to right. */
  readonly path: readonly number[];
  /** What it costs, in nats. */
  readonly cost: number;
}

/** The cheapest way through a line that reads as a given text, whatever the model takes its candidates for.
 *
 * @param pieces how many the line has
 * @param candidates in the order of their first piece
 * @param text the digits, 0 to 9, from left to right; `undefined` for whatever the model takes one for
 * @returns `undefined` where the line has too few pieces for it
 *
 * @example
 * ```ts
 * import { pathForText } from "@lib/predict/path/path_for_text.ts";
 * import { deepStrictEqual } from "node:assert";
 * const box = { x: 0, y: 0, width: 9, height: 20 };
 * const ink = { holds: "ink", width: 9, height: 20, pixels: new Uint8Array(180) } as const;
 * const candidates = [[0, 1], [0, 2], [1, 2]].map(([first, end]) => ({ box, ink, first, end }));
 * const costs = { digit: (i: number) => i, leaveOut: () => 5 };
 * deepStrictEqual(pathForText(2, candidates, costs, [7])?.path, [1]); // both pieces are the 7
 * deepStrictEqual(pathForText(2, candidates, costs, [7, 1])?.path, [0, 2]);
 * ```
 */
export function pathForText(
  pieces: number,
  candidates: readonly Candidate[],
  costs: PathCosts,
  text: readonly (number | undefined)[],
): TextPath | undefined {
  const places = text.length + 1;
  const best = new Float64Array((pieces + 1) * places).fill(Infinity);
  const steps: { readonly from: number; readonly digit?: number }[] = [];
  best[0] = 0;
  const offer = (from: number, to: number, cost: number, digit?: number): void => {
    if (best[from] + cost >= best[to]) return;
    best[to] = best[from] + cost;
    steps[to] = digit === undefined ? { from } : { from, digit };
  };
  // Candidates come in the order of their first piece, so the costs up to there are final.
  candidates.forEach(({ first, end }, i) => {
    const leaveOut = end === first + 1 ? costs.leaveOut(i) : Infinity;
    for (let k = 0; k < places; k++) {
      const from = first * places + k;
      if (best[from] === Infinity) continue;
      if (k < text.length) offer(from, end * places + k + 1, costs.digit(i, text[k]), i);
      offer(from, end * places + k, leaveOut);
    }
  });
  const last = pieces * places + text.length;
  if (best[last] === Infinity) return undefined;
  const path: number[] = [];
  for (let at = last; at > 0; at = steps[at].from) {
    const { digit } = steps[at];
    if (digit !== undefined) path.unshift(digit);
  }
  return { path, cost: best[last] };
}
