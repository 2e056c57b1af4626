import type { Candidate } from "./segment/candidates.ts";
import type { Classified } from "../model/classify.ts";
import type { SegmentedLine } from "./segment/over_segment.ts";
import { relativeTop } from "./segment/relative_top.ts";

/** Digits lower than this part of the writing's height cost extra, ones sooner. */
const [usualHeight, heightOfOne] = [0.45, 0.8];

/** Digits wider than this multiple of their height cost extra, ones sooner: dashes are no ones. */
const [usualWidth, widthOfOne] = [0.85, 0.6];

/** Marks lower than this part of the writing's height are separators. */
const separator = 0.3;

/** So are marks that begin so far down beside their neighbour, such as commas. */
const hangingLow = 0.4;

/** What a stroke crossed by a seam costs, and any seam. */
const [strokePrice, seamPrice] = [0.2, 0.5];

/** How much the doubt counts whether a mark should be cut at all. */
const weightOfDoubt = 0.3;

/** Cuts cost so many times more where the model cannot tell pieces of digits from digits. */
const blindPrice = 8;

/** What leaving out a mark as high as the writing costs. */
const leftOut = 9;

/** How much more the model's doubt about a candidate counts with each further piece: it explains
 * more of the line. */
const weightOfPiece = 0.15;

/** Chooses the candidates that together explain a line best: each piece belongs to one digit, or is
 * left out as no part of one. The costs of a path are sums of negative logarithms, so the least is
 * found by dynamic programming.
 *
 * @param line the pieces and what cuts cost
 * @param candidates of that line
 * @param classified what the model says of each candidate
 * @param height of the writing, in pixels
 * @returns the positions of the digits among the candidates, from left to right
 */
export function bestPath(
  { pieces, prices, doubts }: SegmentedLine,
  candidates: readonly Candidate[],
  classified: readonly Classified[],
  height: number,
): number[] {
  const costs = new Float64Array(pieces.length + 1).fill(Infinity);
  const steps: { first: number; digit?: number }[] = [];
  costs[0] = 0;
  const factor = classified.some(({ nonDigit }) => nonDigit > 0) ? 1 : blindPrice;
  const cutPrice = (at: number): number => {
    if (prices[at] === 0) return 0;
    const doubt = -Math.log(Math.max(1e-3, 1 - doubts[at]));
    return factor * (prices[at] * strokePrice + seamPrice) + weightOfDoubt * doubt;
  };
  const boxes = pieces.map(({ box }) => box);
  // Candidates come in the order of their first piece, so the cost up to there is final.
  candidates.forEach((candidate, i) => {
    const { first, end } = candidate;
    const offer = (cost: number, digit?: number): void => {
      if (costs[first] + cost >= costs[end]) return;
      costs[end] = costs[first] + cost;
      steps[end] = digit === undefined ? { first } : { first, digit };
    };
    const cuts = (cutPrice(first) + cutPrice(end)) / 2;
    offer(digitCost(candidate, classified[i], height) + cuts, i);
    if (end > first + 1) return;
    const isLow = relativeTop(boxes, first, height) > hangingLow;
    offer(leaveOutCost(candidate, classified[i], height, isLow));
  });
  const digits: number[] = [];
  for (let end = pieces.length; end > 0; end = steps[end].first) {
    const { digit } = steps[end];
    if (digit !== undefined) digits.unshift(digit);
  }
  return digits;
}

function digitCost(
  { box, first, end }: Candidate,
  { digit, confidence }: Classified,
  height: number,
): number {
  const [high, wide] = [box.height / height, box.width / box.height];
  let cost = -Math.log(Math.max(1e-6, confidence)) * (1 + weightOfPiece * (end - first - 1));
  cost += 20 * Math.max(0, usualHeight - high) + 1.4 * Math.max(0, wide - usualWidth);
  if (digit !== 1) return cost;
  return cost + 5 * Math.max(0, heightOfOne - high) + 4 * Math.max(0, wide - widthOfOne);
}

function leaveOutCost(
  { box }: Candidate,
  { nonDigit }: Classified,
  height: number,
  isLow: boolean,
): number {
  const size = Math.max(box.height, box.width / 2) / height;
  if (box.height < separator * height) return 0.1 + 2 * size;
  if (isLow) return 0.3 + size;
  const doubt = -0.5 * Math.log(Math.max(1e-4, nonDigit));
  return Math.min(leftOut * size, doubt + (leftOut / 2) * size);
}
