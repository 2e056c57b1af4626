import { type Box, boxAround } from "../../image/box.ts";
import type { BoxedInk } from "../../image/boxed_ink.ts";
import type { InkImage } from "../../image/ink_image.ts";
import { strokeWidth } from "../../image/stroke_width.ts";
import { type InkShape, inkShape } from "../../preprocess/writing/ink_shape.ts";
import { slantOf } from "./deslant.ts";
import { signLimits as limits } from "./limits.ts";

/** What stands between digits: the slash of a date, the points and commas of an amount, signs. */
export type Sign = "/" | "-" | "," | "." | ":" | "=" | "+" | "×";

/** Tells the signs of a line that are as high as digits, and would be read as such: slashes and crosses. They
 * are known by their shape and place.
 *
 * @param marks of the line as it was written, from left to right
 * @returns the sign that each mark is, if any
 */
export function tallSigns(marks: readonly BoxedInk[], height: number): (Sign | undefined)[] {
  const strokes = marks.map(({ ink }) => strokeLine(ink));
  const isSlash = slashes(marks, strokes, height);
  return marks.map((mark, i) => isSlash[i] ? "/" : crossSign(mark, height));
}

/** Tells the small signs of a line, known by their shape and place.
 *
 * @param box of a mark that is no digit
 * @param line of the digits beside it: where they begin and end from top to bottom
 */
export function smallSign(
  box: Box,
  line: { readonly top: number; readonly bottom: number },
): Sign | undefined {
  const size = line.bottom - line.top;
  const [high, wide] = [box.height / size, box.width / size];
  const middle = (box.y + box.height / 2 - line.top) / size;
  if (
    wide >= limits.dashWidth && high <= limits.dashSlope * wide && middle > limits.dashHighest &&
    middle < limits.dashLowest
  ) {
    return "-";
  }
  if (middle < limits.pointHighest || wide > limits.widestPoint) return undefined;
  if (high <= limits.point) return ".";
  return high <= limits.comma ? "," : undefined;
}

/** Puts small signs above each other together: two points are a colon, two dashes an equals sign.
 *
 * @param signs from left to right
 */
export function joinSigns<S extends { readonly sign: Sign; readonly box: Box }>(
  signs: readonly S[],
): S[] {
  const joined: S[] = [];
  for (const next of signs) {
    const last = joined[joined.length - 1];
    const sign = last !== undefined && isAbove(last.box, next.box)
      ? pairOf(last.sign, next.sign)
      : undefined;
    if (sign === undefined) joined.push(next);
    else joined[joined.length - 1] = { ...last, sign, box: boxAround([last.box, next.box]) };
  }
  return joined;
}

function pairOf(one: Sign, other: Sign): Sign | undefined {
  if (one === "-" && other === "-") return "=";
  return ".,".includes(one) && ".,".includes(other) ? ":" : undefined;
}

function isAbove(a: Box, b: Box): boolean {
  const shared = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  return shared > limits.above * Math.min(a.width, b.width);
}

/** The shape of ink that is one straight stroke, thin enough for a slash; nothing where it is none. */
function strokeLine(ink: InkImage): InkShape | undefined {
  const shape = inkShape(ink);
  return shape !== undefined && shape.breadth <= limits.straight ? shape : undefined;
}

/** Slashes lean farther than the writing, or are longer: both of a date, or a lone one more clearly. */
function slashes(
  marks: readonly BoxedInk[],
  strokes: readonly (InkShape | undefined)[],
  height: number,
): boolean[] {
  const isTall = marks.map(({ box }) => box.height >= limits.tall * height);
  const candidates = [...marks.keys()].filter((i) => {
    return strokes[i] !== undefined && isTall[i] && isTall.slice(0, i).some(Boolean) &&
      isTall.slice(i + 1).some(Boolean);
  });
  const found = marks.map(() => false);
  if (candidates.length === 0) return found;
  const typical = typicalLean(marks, strokes);
  const heights = marks.filter((_, i) => isTall[i] && strokes[i] === undefined)
    .map(({ box }) => box.height).sort((a, b) => a - b);
  const lean = (i: number): number => strokes[i]!.lean - typical;
  const size = (i: number): number =>
    marks[i].box.height / (heights[heights.length >> 1] ?? height);
  const pairs = candidates.flatMap((one) =>
    candidates.filter((other) => {
      return other > one && isDatePattern(isTall, one, other) &&
        [one, other].every((i) => lean(i) >= limits.datesLean || size(i) >= limits.datesLonger);
    }).map((other) => ({ pair: [one, other], size: size(one) + size(other) }))
  ).sort((a, b) => b.size - a.size);
  if (pairs.length > 0) { for (const i of pairs[0].pair) found[i] = true; }
  else {
    for (const i of candidates) {
      found[i] = lean(i) >= limits.loneLean && size(i) >= limits.longer;
    }
  }
  return found;
}

/** How far the writing leans: its marks that are no straight strokes, or where there are none, the most
 * upright one. */
function typicalLean(
  marks: readonly BoxedInk[],
  strokes: readonly (InkShape | undefined)[],
): number {
  const rest = marks.filter((_, i) => strokes[i] === undefined);
  if (rest.length > 0) return slantOf(rest);
  return Math.min(...strokes.map((stroke) => stroke?.lean ?? 0));
}

/** One or two digits, one or two, then two or four; or the year first. */
function isDatePattern(isTall: readonly boolean[], first: number, second: number): boolean {
  const count = (from: number, to: number): number => isTall.slice(from, to).filter(Boolean).length;
  const [before, between, after] = [
    count(0, first),
    count(first + 1, second),
    count(second + 1, isTall.length),
  ];
  const isShort = (digits: number): boolean => digits === 1 || digits === 2;
  return isShort(between) &&
    (isShort(before) && (isShort(after) || after === 4) || before === 4 && isShort(after));
}

/** Two strokes that cross in the middle, upright or slanted, and nothing between their arms. */
function crossSign({ box, ink }: BoxedInk, height: number): Sign | undefined {
  const { width, height: high } = box;
  if (high < limits.crossLeast * height || high > limits.crossMost * height) return undefined;
  if (width < limits.crossAspect * high || high < limits.crossAspect * width) return undefined;
  const stroke = strokeWidth(ink) / Math.max(width, high);
  if (stroke > limits.crossStroke) return undefined; // too bold to tell
  const arm = limits.crossArm + stroke / 2;
  let total = 0;
  const [upright, slanted] = [arms(), arms()];
  for (let y = 0; y < high; y++) {
    for (let x = 0; x < width; x++) {
      const level = ink.pixels[y * width + x];
      if (level === 0) continue;
      const [offX, offY] = [(x + 0.5) / width - 0.5, (y + 0.5) / high - 0.5];
      total += level;
      note(upright, offX, offY, arm, level);
      note(slanted, (offX + offY) * Math.SQRT1_2, (offX - offY) * Math.SQRT1_2, arm, level);
    }
  }
  const isCross = ({ inside, sides }: Arms): boolean => {
    return inside >= limits.crossShare * total &&
      sides.every((side) => side >= limits.crossSide * total);
  };
  return isCross(upright) ? "+" : isCross(slanted) ? "×" : undefined;
}

/** Ink along two lines that cross, and in each of the four arms. */
interface Arms {
  inside: number;
  readonly sides: [number, number, number, number];
}

function arms(): Arms {
  return { inside: 0, sides: [0, 0, 0, 0] };
}

function note(own: Arms, offX: number, offY: number, arm: number, level: number): void {
  const isAside = [Math.abs(offX), Math.abs(offY)].map((off) => off > arm);
  if (isAside[0] && isAside[1]) return;
  own.inside += level;
  if (isAside[0]) own.sides[offX < 0 ? 0 : 1] += level;
  if (isAside[1]) own.sides[offY < 0 ? 2 : 3] += level;
}
