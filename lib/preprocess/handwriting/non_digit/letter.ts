import type { Rng } from "../../../base/rng.ts";
import { drawLine } from "../../../image/draw_line.ts";
import { type InkImage, inkImage } from "../../../image/ink_image.ts";
import { nonDigitRanges } from "./non_digit_ranges.ts";

/** Letters and signs as strokes: corners on a grid 4 wide and 6 high, column then row from the top
 * left; a stroke that begins with `~` is round. Those that are digits as some write them, such as O, Q, l, S,
 * Z, B, q, t, y or +, are left out. */
const letters: readonly string[] = [
  "06 20 46|14 34", // A
  "40 00 06 46|03 33", // E
  "40 00 06|03 33", // F
  "00 06|40 46|03 43", // H
  "00 06|40 03 46", // K
  "06 00 24 40 46", // M
  "06 00 46 40", // N
  "06 00|~00 40 42 43 03", // P
  "06 00|~00 40 42 43 03|23 46", // R
  "00 40|20 26", // T
  "~00 04 06 26 46 44 40", // U
  "00 26 40", // V
  "00 16 22 36 40", // W
  "00 46|40 06", // X
  "00 23 40|23 26", // Y
  "~42 12 02 04 06 16 46 44|42 45 56", // a
  "~42 12 02 04 06 16 46 44|40 46", // d
  "40 06|00 46|20 26", // an asterisk of three strokes
  "06 02|~03 02 22 23 26|~23 22 42 43 46", // m
  "06 02|~03 02 32 33 36", // n
  "06 02|~03 02 42", // r
  "00 06|~04 02 32 33 36", // h
  "00 06|42 04 46", // k
  "02 36 42", // v
  "02 16 23 36 42", // w
  "02 46|42 06", // x
  "~40 20 10 12 16|03 33", // f
  "~02 05 06 36 35 32|32 36", // u
  "02 08|~02 42 44 46 06", // p
  "~01 00 20 40 42 23 24|26 26", // ?
  "10 06|40 36|02 42|04 44", // #
  "~46 02 00 20 30 31 04 05 06 26 36 43", // &
  "~44 42 32 13 14 34 44|~44 45 41 40 10 01 05 06 36", // @
  "06 40|~10 00 01 11 10|~35 36 46 45 35", // %
  "~41 30 10 02 04 16 36 45|02 32|04 34", // €
  "~40 20 20 12 15 06 46|03 33", // £
  "40 03 46", // <
  "02 42|04 44", // =
];

const ranges = nonDigitRanges.letter;

/** Space around a letter, in pixels. */
const margin = 4;

/** Draws a letter or a sign that is not a digit in a few strokes: one of the table above, or an invented
 * one.
 *
 * @param rng draws which, how high, wide and slanted, and how its strokes tremble
 * @returns ink; the letter is 18 to 22 pixels high
 */
export function letter(rng: Rng): InkImage {
  const strokes =
    (rng.uniform() < ranges.invented ? newLetter(rng) : letters[rng.integer(letters.length)])
      .split("|");
  const row = rng.between(...ranges.row);
  const column = row * rng.between(...ranges.column);
  const lean = rng.between(...ranges.lean);
  const width = rng.between(...ranges.strokeWidth);
  const slant = (y: number): number => lean * (6 - y) * row;
  const left = margin - Math.min(slant(0), slant(8));
  const ink = paper(
    Math.ceil(left + 5 * column + Math.max(slant(0), slant(8))) + margin,
    Math.ceil(8 * row) + 2 * margin,
  );
  for (const stroke of strokes) {
    const corners = stroke.replace("~", "").split(" ").map((corner): Point => {
      const [x, y] = [...corner].map(Number);
      const shake = (): number => Math.max(-1.5, Math.min(1.5, 0.5 * rng.normal()));
      return [left + x * column + slant(y) + shake(), margin + y * row + shake()];
    });
    const points = stroke.startsWith("~") ? rounded(rounded(corners)) : corners;
    for (let i = 1; i < points.length; i++) drawLine(ink, points[i - 1], points[i], width);
  }
  return ink;
}

/** Strokes from corner to corner, most of which start on another and many of which close; five different
 * corners at least: a digit has fewer, or is round. */
function newLetter(rng: Rng): string {
  const corner = (): string => `${2 * rng.integer(3)}${3 * rng.integer(3)}`;
  const drawn: string[] = [];
  const strokes: string[] = [];
  const count = 1 + rng.integer(3);
  while (strokes.length < count || new Set(drawn).size < 5) {
    const isJoined = drawn.length > 0 && rng.uniform() < ranges.joined;
    const stroke = [isJoined ? drawn[rng.integer(drawn.length)] : corner()];
    for (let left = 1 + rng.integer(5 - count); left > 0;) {
      const next = corner();
      if (next === stroke.at(-1)) continue;
      stroke.push(next);
      left--;
    }
    if (stroke.length > 2 && rng.uniform() < ranges.closed) stroke.push(stroke[0]);
    drawn.push(...stroke);
    strokes.push((rng.uniform() < ranges.round ? "~" : "") + stroke.join(" "));
  }
  return strokes.join("|");
}

type Point = readonly [x: number, y: number];

function paper(width: number, height: number): InkImage {
  return inkImage(width, height, new Uint8Array(width * height));
}

/** Cuts the corners of a stroke (Chaikin, 1974, https://doi.org/10.1016/0146-664X(74)90028-8). */
function rounded(corners: readonly Point[]): Point[] {
  const cut: Point[] = [corners[0]];
  for (let i = 1; i < corners.length; i++) {
    const [[fromX, fromY], [toX, toY]] = [corners[i - 1], corners[i]];
    cut.push([0.75 * fromX + 0.25 * toX, 0.75 * fromY + 0.25 * toY]);
    cut.push([0.25 * fromX + 0.75 * toX, 0.25 * fromY + 0.75 * toY]);
  }
  return [...cut, corners[corners.length - 1]];
}
