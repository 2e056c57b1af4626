import { type Box, boxAround } from "../../image/box.ts";
import type { BoxedInk } from "../../image/boxed_ink.ts";
import type { InkImage } from "../../image/ink_image.ts";
import { signLimits as limits } from "./limits.ts";

/** What stands between digits: the slash of a date, the points and commas of an amount, signs. */
export type Sign = "/" | "-" | "," | "." | ":" | "=" | "+";

/** Tells the signs of a line that are as high as digits, and would be read as such: slashes and plus. They
 * are known by their shape and place.
 *
 * @param marks of the upright line, from left to right
 * @returns the sign that each mark is, if any
 */
export function tallSigns(marks: readonly BoxedInk[], height: number): (Sign | undefined)[] {
  const strokes = marks.map(({ ink }) => strokeLine(ink));
  const isSlash = slashes(marks, strokes, height);
  return marks.map((mark, i) => isSlash[i] ? "/" : isPlus(mark, height) ? "+" : undefined);
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

/** A straight stroke: how far it leans to the right for each row upwards. */
interface StrokeLine {
  readonly lean: number;
}

/** The line through ink that is one straight stroke; nothing where it is none. */
function strokeLine({ width, pixels }: InkImage): StrokeLine | undefined {
  let [mass, meanX, meanY] = [0, 0, 0];
  pixels.forEach((level, i) => {
    mass += level;
    meanX += level * (i % width);
    meanY += level * Math.floor(i / width);
  });
  if (mass === 0) return undefined;
  [meanX, meanY] = [meanX / mass, meanY / mass];
  let [xx, xy, yy] = [0, 0, 0];
  pixels.forEach((level, i) => {
    const [x, y] = [i % width - meanX, Math.floor(i / width) - meanY];
    xx += level * x * x;
    xy += level * x * y;
    yy += level * y * y;
  });
  // Moments along the line, and across it.
  const half = Math.sqrt(((xx - yy) / 2) ** 2 + xy ** 2);
  const [along, across] = [(xx + yy) / 2 + half, (xx + yy) / 2 - half];
  if (Math.sqrt(Math.max(0, across) / along) > limits.straight) return undefined;
  return { lean: -xy / yy };
}

/** Slashes lean farther than the writing, and stand between digits: as the two of a date, or alone and
 * longer than the digits beside it. */
function slashes(
  marks: readonly BoxedInk[],
  strokes: readonly (StrokeLine | undefined)[],
  height: number,
): boolean[] {
  const isTall = marks.map(({ box }) => box.height >= limits.tall * height);
  const leans = strokes.map((stroke, i) => isTall[i] ? stroke?.lean : undefined);
  const candidates = [...marks.keys()].filter((i) => {
    const lean = leans[i];
    if (lean === undefined || lean < limits.datesLean) return false;
    return isTall.slice(0, i).some(Boolean) && isTall.slice(i + 1).some(Boolean);
  });
  const others = leans.filter((lean, i): lean is number => {
    return lean !== undefined && !candidates.includes(i);
  });
  const typical = others.length === 0
    ? 0
    : others.reduce((sum, lean) => sum + lean, 0) / others.length;
  const found = marks.map(() => false);
  const isDate = candidates.length === 2 &&
    Math.abs(leans[candidates[0]]! - leans[candidates[1]]!) <= limits.alike &&
    candidates.every((i) => leans[i]! - typical >= limits.datesLean) &&
    isDatePattern(isTall, candidates);
  for (const i of candidates) {
    const beside = [marks[i - 1], marks[i + 1]].filter((mark) => mark !== undefined);
    const tallest = Math.max(...beside.map(({ box }) => box.height));
    const isLong = marks[i].box.height >= limits.longer * tallest;
    found[i] = isDate || leans[i]! - typical >= limits.loneLean && isLong;
  }
  return found;
}

/** One or two digits, one or two, then two or four; or the year first. */
function isDatePattern(isTall: readonly boolean[], [first, second]: readonly number[]): boolean {
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

/** Two strokes that cross in the middle, and nothing in the four corners. */
function isPlus({ box, ink }: BoxedInk, height: number): boolean {
  const { width, height: high } = box;
  if (high < limits.plusLeast * height || high > limits.plusMost * height) return false;
  if (width < limits.plusAspect * high || high < limits.plusAspect * width) return false;
  let [total, arms] = [0, 0];
  const sides = [0, 0, 0, 0];
  for (let y = 0; y < high; y++) {
    for (let x = 0; x < width; x++) {
      const level = ink.pixels[y * width + x];
      const [offX, offY] = [(x + 0.5) / width - 0.5, (y + 0.5) / high - 0.5];
      total += level;
      if (Math.min(Math.abs(offX), Math.abs(offY)) > limits.plusArm) continue;
      arms += level;
      if (Math.abs(offX) > limits.plusArm) sides[offX < 0 ? 0 : 1] += level;
      if (Math.abs(offY) > limits.plusArm) sides[offY < 0 ? 2 : 3] += level;
    }
  }
  return arms >= limits.plusShare * total && sides.every((side) => side >= limits.plusSide * total);
}
