/** From candidates for digits to the digits of a line.
 *
 * @module
 */
import type { Box } from "../image/box.ts";
import type { Classified } from "../model/classify.ts";
import { pathPrices as prices } from "./limits.ts";
import type { Candidate } from "./segment/candidates.ts";
import type { SegmentedLine } from "./segment/over_segment.ts";

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
 * import { bestPath } from "@lib/predict/best_path.ts";
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
  const boxes = line.pieces.map(({ box }) => box);
  const knowsNonDigits = classified.some(({ nonDigit }) => nonDigit > 0);
  const cut = boundaryCosts(line, knowsNonDigits ? 1 : prices.blindPrice);
  const costs = new Float64Array(boxes.length + 1).fill(Infinity);
  const steps: { first: number; digit?: number }[] = [];
  costs[0] = 0;
  // Candidates come in the order of their first piece, so the cost up to there is final.
  candidates.forEach((candidate, i) => {
    const { first, end } = candidate;
    const offer = (cost: number, digit?: number): void => {
      if (costs[first] + cost >= costs[end]) return;
      costs[end] = costs[first] + cost;
      steps[end] = digit === undefined ? { first } : { first, digit };
    };
    offer(digitCost(candidate, classified[i], height) + (cut[first] + cut[end]) / 2, i);
    if (end > first + 1) return;
    const isLow = relativeTop(boxes, first, height) > prices.hangingLow;
    offer(leaveOutCost(candidate, classified[i], height, isLow));
  });
  const digits: number[] = [];
  for (let end = boxes.length; end > 0; end = steps[end].first) {
    const { digit } = steps[end];
    if (digit !== undefined) digits.unshift(digit);
  }
  return digits;
}

/** What it costs to part the line left of each piece, shared by the digits on both sides. */
function boundaryCosts(line: SegmentedLine, factor: number): number[] {
  const { crossedStroke, seam, weightOfDoubt, leastCut } = prices;
  return Array.from(line.prices, (strokes, at) => {
    if (strokes === 0) return 0;
    const doubt = -Math.log(Math.max(leastCut, 1 - line.doubts[at]));
    return factor * (strokes * crossedStroke + seam) + weightOfDoubt * doubt;
  });
}

function digitCost(
  { box, first, end }: Candidate,
  { digit, confidence }: Classified,
  height: number,
): number {
  const [high, wide] = [box.height / height, box.width / box.height];
  const over = (value: number, price: number): number => price * Math.max(0, value);
  let cost = -Math.log(Math.max(prices.leastConfidence, confidence)) *
    (1 + prices.weightOfPiece * (end - first - 1));
  cost += over(prices.shortDigit - high, prices.shortDigitPrice) +
    over(wide - prices.wideDigit, prices.wideDigitPrice);
  if (digit !== 1) return cost;
  return cost + over(prices.shortOne - high, prices.shortOnePrice) +
    over(wide - prices.wideOne, prices.wideOnePrice);
}

function leaveOutCost(
  { box }: Candidate,
  { nonDigit }: Classified,
  height: number,
  isLow: boolean,
): number {
  const size = Math.max(box.height, prices.sizeOfWidth * box.width) / height;
  if (box.height < prices.separator * height) {
    return prices.separatorPrice + prices.separatorSizePrice * size;
  }
  if (isLow) return prices.hangingPrice + prices.hangingSizePrice * size;
  const doubt = -prices.weightOfNonDigit * Math.log(Math.max(prices.leastNonDigit, nonDigit));
  return Math.min(
    prices.leftOut * size,
    doubt + prices.leftOut * prices.leftOutNonDigit * size,
  );
}

/** How low a piece of a line begins, as commas do, relative to its neighbour: the nearest tall piece on
 * its left, or else on its right.
 *
 * @returns in heights of the neighbour: 0 where it begins as high as the neighbour does, 1 at the
 * neighbour's foot; below 0 where it begins higher; 0 without a neighbour
 */
function relativeTop(boxes: readonly Box[], at: number, height: number): number {
  const isTall = (box: Box): boolean => box.height >= prices.tallNeighbour * height;
  const beside = boxes.slice(0, at).findLast(isTall) ?? boxes.slice(at + 1).find(isTall);
  return beside === undefined ? 0 : (boxes[at].y - beside.y) / beside.height;
}
