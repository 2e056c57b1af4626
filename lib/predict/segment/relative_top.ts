import type { Box } from "../../image/box.ts";

/** Digits are at least this part of the writing's height high. */
const tall = 0.6;

/** How low a piece of a line begins, as commas do: beside the nearest tall piece on its left, or else on
 * its right.
 *
 * @param boxes of the pieces, from left to right
 * @param at which piece
 * @param height of the writing, in pixels
 * @returns 0 where it begins as high as its neighbour does, 1 at the neighbour's foot; below 0 where it
 * begins higher; 0 without a neighbour
 */
export function relativeTop(boxes: readonly Box[], at: number, height: number): number {
  const isTall = (box: Box): boolean => box.height >= tall * height;
  const beside = boxes.slice(0, at).findLast(isTall) ?? boxes.slice(at + 1).find(isTall);
  return beside === undefined ? 0 : (boxes[at].y - beside.y) / beside.height;
}
