import type { Box } from "../preprocess/box.ts";

/** Sorts boxes into lines of writing: the lines from top to bottom, in each the boxes from left to
 * right.
 *
 * Going from left to right, a box continues the line whose last boxes it shares most of its height
 * with, so a line may climb or fall. One that fits none starts a line.
 */
export function textLines<B extends Box>(boxes: readonly B[]): B[][] {
  const lines: B[][] = [];
  // The tall ones first: a small part fits a line of tall ones, rarely the other way round.
  const tallest = boxes.reduce((most, { height }) => Math.max(most, height), 0);
  const isTall = ({ height }: B): boolean => height >= 0.5 * tallest;
  const order = (some: readonly B[]): B[] => some.toSorted((a, b) => a.x - b.x);
  for (const box of [...order(boxes.filter(isTall)), ...order(boxes.filter((b) => !isTall(b)))]) {
    const fits = lines.map((line) => sharedHeight(box, nearest(line, box)));
    const best = fits.reduce((at, fit, i) => fit > (fits[at] ?? 0) ? i : at, -1);
    if (best >= 0 && fits[best] >= 0.4) lines[best].push(box);
    else lines.push([box]);
  }
  return lines
    .map((line) => order(line))
    .sort((a, b) => middle(a) - middle(b));
}

/** The box of a line that is nearest to another box, from side to side. */
function nearest<B extends Box>(line: readonly B[], box: B): B {
  const gap = (other: B): number => Math.abs(other.x + other.width / 2 - box.x - box.width / 2);
  return line.reduce((best, other) => gap(other) < gap(best) ? other : best);
}

/** The part of the lower box's height that both have in common, 0 to 1. */
function sharedHeight(a: Box, b: Box): number {
  const shared = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.max(0, shared) / Math.min(a.height, b.height);
}

function middle(line: readonly Box[]): number {
  return line.reduce((sum, { y, height }) => sum + y + height / 2, 0) / line.length;
}
