import type { Rng } from "../../../base/rng.ts";
import { drawArc } from "../../../image/draw_arc.ts";
import { drawLine } from "../../../image/draw_line.ts";
import { type InkImage, inkImage } from "../../../image/ink_image.ts";
import { digitHeight as height } from "./line_ranges.ts";

/** Strokes parted by `|`, `~` before a round one: corners in hundredths of a digit's height, across and down
 * from its top left. */
const signs: Readonly<Record<string, string>> = {
  ".": "0,97 1,98",
  ",": "6,94 0,116",
  "-": "0,52 36,50",
  ":": "0,35 1,36|0,80 1,81",
  "=": "0,42 42,41|0,62 42,61",
  "'": "4,-6 0,14",
  "/": "72,-14 0,116",
  "+": "0,54 46,54|23,31 23,77",
  "*": "0,40 40,66|40,40 0,66|20,32 20,74",
  "$": "~44,14 22,6 4,22 22,48 42,70 22,94 0,84|23,-8 23,108",
  "#": "8,20 8,86|30,20 30,86|0,40 40,38|0,66 40,64",
  rising: "0,66 40,36",
  falling: "0,40 34,62",
  wave: "~0,54 10,42 28,56 44,44",
  ",-": "6,94 0,112|16,58 52,52",
  "/=": "0,62 40,44|2,82 42,66",
  ".-": "0,97 1,98|16,56 50,54",
  "(": "~14,-8 0,48 14,106",
  ")": "~0,-8 14,48 0,106",
};

/** Those that stand between digits, and those that stand before or behind; the more often, the oftener. */
export const betweenSigns = [".", ".", ",", ",", "-", "-", ":", "'", "/", "=", "+"] as const;
export const endSigns = [
  ".-",
  ".-",
  ",-",
  "-",
  "-",
  "rising",
  "falling",
  "wave",
  "/=",
  "=",
  "=",
  ".",
  ",",
  "*",
  "$",
  "#",
  "/",
  "(",
  ")",
] as const;

/** Margin around a sign, in pixels. */
const margin = 4;

/** Draws a sign of the pen.
 *
 * @param width of its strokes, in pixels
 * @returns ink, and how far below the top of the digits its first row lies, in pixels
 */
export function lineSign(
  sign: string,
  width: number,
  rng: Rng,
): { readonly ink: InkImage; readonly top: number } {
  const size = (height * rng.between(0.8, 1.15)) / 100;
  const [shake, lean] = [0.03 * height, rng.between(-0.05, 0.15)];
  const strokes = signs[sign].split("|").map((stroke) => ({
    isRound: stroke.startsWith("~"),
    points: stroke.replace("~", "").split(" ").map((corner): [number, number] => {
      const [x, y] = corner.split(",").map((part) => Number(part) * size);
      return [
        margin + x + lean * (height - y) + shake * rng.normal() / 2,
        margin + 3 + y + shake * rng.normal() / 2,
      ];
    }),
  }));
  const all = strokes.flatMap(({ points }) => points);
  const ink = inkImage(
    Math.ceil(Math.max(...all.map(([x]) => x))) + margin,
    Math.ceil(Math.max(...all.map(([, y]) => y))) + margin,
  );
  const isDot = sign === "." || sign === ":";
  const pen = isDot ? 1.25 * width : width;
  for (const { isRound, points } of strokes) {
    for (let i = 1; i < points.length; i++) {
      if (isRound) drawArc(ink, points[i - 1], points[i], rng.between(-0.15, 0.15), pen);
      else drawLine(ink, points[i - 1], points[i], pen);
    }
  }
  return { ink, top: -margin - 3 };
}
