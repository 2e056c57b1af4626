import type { Rng } from "@lib/base/rng.ts";
import { drawLine } from "@lib/image/draw_line.ts";
import { type InkImage, inkImage } from "@lib/image/ink_image.ts";

/** How digits of even strokes are drawn. */
export interface StrokeStyle {
  /** Width of the pen, in pixels. */
  readonly pen: number;
  /** How far to the right the top stands over the foot, as a part of the height. */
  readonly lean: number;
  /** Width of a wide digit, as a part of its height. */
  readonly breadth: number;
  /** How far points stray from their place, as a part of the height. */
  readonly shake: number;
  /** How often the pen goes over the digit, straying anew each time; once unless told. */
  readonly passes?: number;
  /** Which way of writing a digit is taken, as indices into its ways; any by default. */
  readonly ways?: Readonly<Record<number, readonly number[]>>;
}

/** The ways to write each digit. A way is strokes parted by `|`, a stroke is corners in hundredths of the
 * digit's width and height, from the top left; `~` before it makes it a curve through them. */
const ways: readonly (readonly string[])[] = [
  [
    "~50,0 16,13 0,50 16,87 50,100 84,87 100,50 84,13 50,0",
    "~62,0 20,10 0,48 10,85 45,100 82,88 100,50 88,14 50,2",
    "~50,0 16,13 0,50 16,87 50,100 84,87 100,50 84,13 50,0|15,95 85,5", // slashed
  ],
  [
    "50,0 50,100",
    "~15,28 38,12 50,0|50,0 50,100",
    "20,25 50,0 50,100|18,100 82,100",
    "~15,28 40,2 50,8 52,40|52,40 52,100|15,100 85,98",
  ],
  ["~4,26 18,6 50,0 84,10 94,30 70,60 34,86 2,100|2,100 100,100"],
  [
    "~5,12 38,0 82,8 90,28 70,43 36,49|~36,49 80,54 100,74 82,94 42,100 2,89",
    "5,2 92,2 40,42|~40,42 80,48 100,72 82,94 42,100 2,90",
  ],
  [
    "~34,0 16,32 2,60 45,62 100,54|72,24 66,100", // open
    "30,0 4,62 100,62|74,28 74,100", // open
    "76,100 76,0 2,66 100,66",
  ],
  [
    "88,2 18,2 12,42|~12,42 42,35 82,44 100,68 82,94 42,100 2,91",
    "~86,0 50,4 18,4 12,42 46,40 90,52 96,80 58,100 2,98",
  ],
  [
    "~80,0 34,22 6,60 18,92 54,100 90,87 96,68 70,52 34,56 10,74",
    "~68,2 40,6 22,36 8,72 26,96 60,99 94,82 90,62 62,54 14,80",
    "68,0 8,64|~8,64 14,92 50,100 88,90 96,70 68,55 30,58 8,70", // straight above its bowl
  ],
  [
    "2,2 100,0 40,100",
    "~2,4 40,6 98,0 90,26 62,64|62,64 42,100",
    "~2,6 60,2 98,4 84,30 60,64|60,64 42,100|22,52 90,46", // crossed
    "2,2 100,0 40,100|30,50 92,46", // crossed
  ],
  ["~86,14 52,0 16,11 20,34 50,47 84,64 88,88 52,100 14,89 16,66 50,47 80,32 86,14"],
  [
    "~90,28 68,5 38,0 8,16 6,38 32,52 66,47 90,26|93,6 88,100",
    "~88,14 52,0 14,12 8,36 34,48 68,38 90,18|90,18 92,60 88,100",
    "~92,22 58,2 22,4 4,28 20,50 56,44 92,20|92,12 92,100",
  ],
];

/** How many straight pieces stand for the curve from one point to the next. */
const pieces = 7;

type Point = readonly [x: number, y: number];

/** Draws a digit of even strokes, straight ones straight.
 *
 * @param height from the middle of its highest stroke to that of its lowest, in pixels
 * @returns its ink, with nothing but the pen's width around the strokes
 */
export function strokeDigit(
  digit: number,
  height: number,
  { pen, lean, breadth, shake, passes = 1, ways: taken }: StrokeStyle,
  rng: Rng,
): InkImage {
  const options = taken?.[digit] ?? ways[digit].keys().filter((way) => digit > 0 || way < 2)
    .toArray();
  const way = ways[digit][options[rng.integer(options.length)]];
  const width = height * breadth * rng.between(0.85, 1.15);
  const strokes = Array<string[]>(passes).fill(way.split("|")).flat().map((stroke) => {
    const isCurve = stroke.startsWith("~");
    const corners = stroke.replace("~", "").split(" ").map((corner): Point => {
      const [across, down] = corner.split(",").map((part) => Number(part) / 100);
      const y = down * height + shake * height * rng.normal();
      return [across * width + lean * (height - y) + shake * height * rng.normal(), y];
    });
    return isCurve ? curve(corners) : corners;
  });
  return drawn(strokes, pen);
}

/** A smooth way through the points: the spline of Catmull and Rom (1974). */
function curve(points: readonly Point[]): Point[] {
  const result: Point[] = [points[0]];
  for (let i = 1; i < points.length; i++) {
    const [b, c] = [points[i - 1], points[i]];
    const [a, d] = [points[i - 2] ?? b, points[i + 1] ?? c];
    for (let k = 1; k <= pieces; k++) {
      const t = k / pieces;
      const at = (axis: 0 | 1): number =>
        0.5 * (2 * b[axis] + (c[axis] - a[axis]) * t +
          (2 * a[axis] - 5 * b[axis] + 4 * c[axis] - d[axis]) * t ** 2 +
          (3 * b[axis] - a[axis] - 3 * c[axis] + d[axis]) * t ** 3);
      result.push([at(0), at(1)]);
    }
  }
  return result;
}

function drawn(strokes: readonly (readonly Point[])[], pen: number): InkImage {
  const points = strokes.flat();
  const edge = Math.ceil(pen / 2);
  const least = ([0, 1] as const).map((axis) => Math.min(...points.map((point) => point[axis])));
  const most = ([0, 1] as const).map((axis) => Math.max(...points.map((point) => point[axis])));
  const [columns, rows] = [0, 1].map((i) => Math.ceil(most[i] - least[i]) + 1 + 2 * edge);
  const ink = inkImage(columns, rows);
  for (const stroke of strokes) {
    const moved = stroke.map(([x, y]): Point => [x - least[0] + edge, y - least[1] + edge]);
    for (let i = 1; i < moved.length; i++) drawLine(ink, moved[i - 1], moved[i], pen);
  }
  return ink;
}
