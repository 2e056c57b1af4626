/** From candidates for digits to the digits of a line.
 *
 * @module
 */
import type { Classified } from "../../model/classify.ts";
import { pathCosts } from "./path_costs.ts";
import type { Candidate } from "../segment/candidates.ts";
import type { SegmentedLine } from "../segment/over_segment.ts";

/** Chooses the candidates that together explain a line best: each piece belongs to one digit, or is
 * left out as no part of one. The costs of a path are sums of negative logarithms, so the least is
 * found by dynamic programming.
 *
 * @param line the pieces and what cuts cost
 * @param candidates of that line
 * @param classified what the model says of each candidate
 * @param height of the writing, in pixels
 * @returns the positions of the digits among the candidates, from left to right
 *
 * @example
 * ```ts
 * import { boxedInk } from "@lib/image/boxed_ink.ts";
 * import { inkImage } from "@lib/image/ink_image.ts";
 * import { bestPath } from "@lib/predict/path/best_path.ts";
 * import { candidates } from "@lib/predict/segment/candidates.ts";
 * import { overSegment } from "@lib/predict/segment/over_segment.ts";
 * import { deepStrictEqual } from "node:assert";
 * const bar = inkImage(4, 40, new Uint8Array(160).fill(255));
 * const line = overSegment([boxedInk(bar), boxedInk(bar, { x: 30 })], 40);
 * const found = candidates(line, 40); // the first bar, both, the second bar
 * const probabilities = new Float32Array(10);
 * const scores = [0.9, 0.1, 0.8].map((confidence) => {
 *   return { digit: 1, confidence, nonDigit: 0.05, probabilities };
 * });
 * deepStrictEqual(bestPath(line, found, scores, 40), [0, 2]);
 * ```
 */
export function bestPath(
  line: SegmentedLine,
  candidates: readonly Candidate[],
  classified: readonly Classified[],
  height: number,
): number[] {
  const prices = pathCosts(line, candidates, classified, height);
  const count = line.pieces.length;
  const costs = new Float64Array(count + 1).fill(Infinity);
  const steps: { first: number; digit?: number }[] = [];
  costs[0] = 0;
  // Candidates come in the order of their first piece, so the cost up to there is final.
  candidates.forEach(({ first, end }, i) => {
    const offer = (cost: number, digit?: number): void => {
      if (costs[first] + cost >= costs[end]) return;
      costs[end] = costs[first] + cost;
      steps[end] = digit === undefined ? { first } : { first, digit };
    };
    offer(prices.digit(i), i);
    if (end === first + 1) offer(prices.leaveOut(i));
  });
  const digits: number[] = [];
  for (let end = count; end > 0; end = steps[end].first) {
    const { digit } = steps[end];
    if (digit !== undefined) digits.unshift(digit);
  }
  return digits;
}
