import type { Box } from "../../image/box.ts";
import type { Classified } from "../../model/classify.ts";
import { pathPrices as prices } from "./limits.ts";
import type { Candidate } from "../segment/candidates.ts";
import type { SegmentedLine } from "../segment/over_segment.ts";

/** What the ways through a line cost, in nats. */
export interface PathCosts {
  /** Of each candidate as what the model takes it for, or as the digit asked for, with its share of the cuts. */
  readonly digit: (candidate: number, label?: number) => number;
  /** Of leaving out a candidate of one piece. */
  readonly leaveOut: (candidate: number) => number;
}

/** What the ways through a line cost: negative logarithms of the model's probabilities, and prices of cuts and
 * of sizes that digits seldom have.
 *
 * @param candidates of that line
 * @param classified what the model says of each
 * @param height of the writing, in pixels
 */
export function pathCosts(
  line: SegmentedLine,
  candidates: readonly Candidate[],
  classified: readonly Classified[],
  height: number,
): PathCosts {
  const boxes = line.pieces.map(({ box }) => box);
  const knowsNonDigits = classified.some(({ nonDigit }) => nonDigit > 0);
  const cut = boundaryCosts(line, knowsNonDigits ? 1 : prices.blindPrice);
  return {
    digit(i, label = classified[i].digit): number {
      const { first, end } = candidates[i];
      const { digit, confidence, probabilities } = classified[i];
      const own = label === digit ? confidence : probabilities[label];
      return digitCost(candidates[i], { digit: label, confidence: own }, height) +
        (cut[first] + cut[end]) / 2;
    },
    leaveOut(i): number {
      const isLow = relativeTop(boxes, candidates[i].first, height) > prices.hangingLow;
      return leaveOutCost(candidates[i], classified[i], height, isLow);
    },
  };
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
  { digit, confidence }: Pick<Classified, "digit" | "confidence">,
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
  { nonDigit, probabilities }: Classified,
  height: number,
  isLow: boolean,
): number {
  const size = Math.max(box.height, prices.sizeOfWidth * box.width) / height;
  if (box.height < prices.separator * height) {
    return prices.separatorPrice + prices.separatorSizePrice * size;
  }
  if (isLow) {
    // A comma looks like a 1, and like no other digit.
    const isShaped = box.height >= prices.shortDigit * height &&
      box.width <= prices.flourish * box.height;
    const doubt = isShaped ? doubtOf(nonDigit + probabilities[1]) : 0;
    return prices.hangingPrice + prices.hangingSizePrice * size + doubt;
  }
  return Math.min(
    prices.leftOut * size,
    doubtOf(nonDigit) + prices.leftOut * prices.leftOutNonDigit * size,
  );
}

/** What the model's doubt costs that a piece is no digit.
 *
 * @param nonDigit the probability that it is none, 0 to 1
 */
function doubtOf(nonDigit: number): number {
  return -prices.weightOfNonDigit * Math.log(Math.min(1, Math.max(prices.leastNonDigit, nonDigit)));
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
