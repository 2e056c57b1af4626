import { type Box, boxAround } from "../image/box.ts";
import type { BoxedInk } from "../image/boxed_ink.ts";
import { overlay } from "../image/overlay.ts";
import { readingLimits as limits } from "./limits.ts";
import type { ReadDigit } from "./read_digit.ts";
import type { ReadLine, RejectedMark, Separator } from "./read_line.ts";
import { joinSigns, type Sign, smallSign } from "./segment/signs.ts";

/** What lies between two digits of a line, on the upright line. */
export interface Gap {
  /** From left to right, at least one. */
  readonly pieces: readonly BoxedInk[];
  /** How many digits stand before it. */
  readonly after: number;
  /** The probability that it is no digit, 0 to 1. */
  readonly nonDigit: number;
}

/** A sign as high as digits, on the page. */
export interface TallSign {
  readonly sign: Sign;
  readonly box: Box;
}

/** What is known of a line once its digits are chosen. */
interface LineParts {
  readonly digits: readonly ReadDigit[];
  /** Where they are on the upright line. */
  readonly found: readonly BoxedInk[];
  readonly gaps: readonly Gap[];
  readonly signs: readonly TallSign[];
  /** How probable the number is, 0 to 1, where that was weighed as a whole; the product of its digits'
   * confidences where it is missing. */
  readonly certainty?: number | undefined;
}

/** Says of a line what stands between its digits, what was left out of it, and how sure it is.
 *
 * @param boxOnPage brings ink of the upright line back to the page
 * @param height of the writing, in pixels
 */
export function describeLine(
  { digits, found, gaps, signs, certainty }: LineParts,
  boxOnPage: (piece: BoxedInk) => Box,
  height: number,
): ReadLine {
  const separators: Separator[] = signs.map(({ sign, box }) => {
    const middle = box.x + box.width / 2;
    const after = digits.filter((digit) => digit.box.x + digit.box.width / 2 < middle).length;
    return { sign, box, after };
  });
  const rejected: RejectedMark[] = [];
  let confidence = certainty ??
    digits.reduce((product, digit) => product * digit.confidence, 1);
  for (const { pieces, after, nonDigit } of gaps) {
    const beside = found.slice(Math.max(0, after - 1), after + 1);
    const known = smallSigns(pieces, after, beside, boxOnPage);
    separators.push(...known);
    if (known.length > 0 || !isTall(pieces, height)) continue;
    rejected.push({ box: boxOnPage(overlay(pieces)), why: "no digit" });
    if (isNear(pieces, beside, height)) confidence *= limits.withDropped * nonDigit;
  }
  separators.sort((a, b) => a.after - b.after || a.box.x - b.box.x);
  return { digits, separators, rejected, confidence };
}

/** A line that is no number: all of it is left out. */
export function noNumber(marks: readonly BoxedInk[], height: number): ReadLine {
  const rejected = marks.filter((mark) => isTall([mark], height)).map(({ box }): RejectedMark => {
    return { box, why: "no number" };
  });
  return { digits: [], separators: [], rejected, confidence: 0 };
}

/** Whether some pieces are high enough to be digits. */
export function isTall(pieces: readonly BoxedInk[], height: number): boolean {
  return pieces.some(({ box }) => box.height >= limits.leastOther * height);
}

function smallSigns(
  pieces: readonly BoxedInk[],
  after: number,
  beside: readonly BoxedInk[],
  boxOnPage: (piece: BoxedInk) => Box,
): Separator[] {
  if (beside.length === 0) return [];
  const tops = beside.map(({ box }) => box.y);
  const bottoms = beside.map(({ box }) => box.y + box.height);
  const mean = (values: readonly number[]): number => {
    return values.reduce((sum, value) => sum + value, 0) / values.length;
  };
  const line = { top: mean(tops), bottom: mean(bottoms) };
  const signs = pieces.map((piece) => smallSign(piece.box, line));
  if (signs.includes(undefined)) return [];
  return joinSigns(pieces.map((piece, i) => ({ sign: signs[i]!, box: boxOnPage(piece), after })));
}

/** Whether something stands as close to digits as a digit would. */
function isNear(
  pieces: readonly BoxedInk[],
  beside: readonly BoxedInk[],
  height: number,
): boolean {
  const own = boxAround(pieces.map(({ box }) => box));
  return beside.some(({ box }) => {
    const gap = Math.max(box.x - own.x - own.width, own.x - box.x - box.width);
    return gap <= limits.nearby * height;
  });
}
