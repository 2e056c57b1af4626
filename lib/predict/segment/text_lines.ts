import type { Box } from "../../image/box.ts";
import { lineLimits } from "./limits.ts";

/** Sorts boxes into lines of writing: the lines from top to bottom, in each the boxes from left to
 * right.
 *
 * Going from left to right, a box continues the line whose nearest box it shares most of its height
 * with, so a line may climb, fall or wave. One that fits none starts a line; at the end, lines that
 * lie no line's height apart are put together.
 *
 * @param height of the writing, in pixels
 */
export function textLines<B extends Box>(boxes: readonly B[], height: number): B[][] {
  const { tall, leastShare, leastPitch } = lineLimits;
  const lines: B[][] = [];
  // The tall ones first: a small part fits a line of tall ones, rarely the other way round.
  const isTall = (box: B): boolean => box.height >= tall * height;
  const order = (some: readonly B[]): B[] => some.toSorted((a, b) => a.x - b.x);
  for (const box of [...order(boxes.filter(isTall)), ...order(boxes.filter((b) => !isTall(b)))]) {
    const fits = lines.map((line) => sharedHeight(box, nearest(line, box)));
    const best = fits.reduce((at, fit, i) => fit > (fits[at] ?? 0) ? i : at, -1);
    if (best >= 0 && fits[best] >= leastShare) lines[best].push(box);
    else lines.push([box]);
  }
  return together(lines, leastPitch * height)
    .map((line) => order(line))
    .sort((a, b) => middle(a) - middle(b));
}

/** Puts lines together that lie less than `pitch` apart. */
function together<B extends Box>(lines: B[][], pitch: number): B[][] {
  const left = lines.toSorted((a, b) => b.length - a.length);
  const result: B[][] = [];
  for (const line of left) {
    const gaps = result.map((other) => distance(other, line));
    const best = gaps.reduce((at, gap, i) => gap < (gaps[at] ?? Infinity) ? i : at, -1);
    if (best >= 0 && gaps[best] < pitch) result[best].push(...line);
    else result.push(line);
  }
  return result;
}

/** How far the middle of a line's boxes lies off the middles of their neighbours in another. */
function distance<B extends Box>(line: readonly B[], other: readonly B[]): number {
  const gaps = other.map((box) => {
    const near = line.toSorted((a, b) => sideways(a, box) - sideways(b, box)).slice(
      0,
      lineLimits.neighbours,
    );
    return middle([box]) - middle(near);
  });
  return Math.abs(gaps.reduce((sum, gap) => sum + gap, 0)) / gaps.length;
}

/** The box of a line that is nearest to another box, from side to side. */
function nearest<B extends Box>(line: readonly B[], box: B): B {
  return line.reduce((best, other) => sideways(other, box) < sideways(best, box) ? other : best);
}

function sideways(a: Box, b: Box): number {
  return Math.abs(a.x + a.width / 2 - b.x - b.width / 2);
}

/** The part of the lower box's height that both have in common, 0 to 1. */
function sharedHeight(a: Box, b: Box): number {
  const shared = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.max(0, shared) / Math.min(a.height, b.height);
}

/** The mean middle of the boxes, the higher ones counting more. */
function middle(boxes: readonly Box[]): number {
  const total = boxes.reduce((sum, { height }) => sum + height, 0);
  return boxes.reduce((sum, { y, height }) => sum + (y + height / 2) * height, 0) / total;
}
