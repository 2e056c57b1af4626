/** Digits as other schools teach them.
 *
 * @module */

import type { Rng } from "../../../base/rng.ts";
import { cropToInk } from "../../../image/crop_to_ink.ts";
import { drawLine } from "../../../image/draw_line.ts";
import { type InkImage, inkImage } from "../../../image/ink_image.ts";
import { schoolShapes } from "./school_shapes.ts";
import { schoolRanges as ranges } from "./writer_ranges.ts";

type Point = readonly [x: number, y: number];

/** Paper around a digit, in pixels. */
const margin = 12;
/** Straight pieces between two points of a round stroke. */
const pieces = 6;

/** Draws a digit stroke by stroke in a shape that MNIST's American writers seldom or never use: a 7 with a bar
 * and hardly a top, a 9 like a g, a 4 like an h, a 5 like an r, a 0 that is written in one go with the next.
 *
 * @param label which digit it is, 0 to 9
 * @param shape which of its shapes, from 0 up to 1: a writer keeps to one
 * @param rng draws the rest: where the points lie, how wide it is, how far it leans, the pen
 * @returns ink about 20 pixels high, cropped; `undefined` for a digit without such shapes, a 1
 *
 * @example
 * ```ts
 * import { ok, strictEqual } from "node:assert";
 * import { rngFromSeed } from "@lib/base/rng.ts";
 * import { schoolDigit } from "@lib/preprocess/handwriting/writer/school_digit.ts";
 * const seven = schoolDigit(7, 0.5, rngFromSeed(1));
 * ok(seven !== undefined && seven.height > 12);
 * strictEqual(schoolDigit(1, 0.5, rngFromSeed(1)), undefined);
 * ```
 */
export function schoolDigit(label: number, shape: number, rng: Rng): InkImage | undefined {
  const shapes = schoolShapes[label];
  if (shapes.length === 0) return undefined;
  const size = rng.between(...ranges.height) / 100;
  const aspect = rng.between(...ranges.aspect);
  const lean = rng.between(...ranges.lean);
  const [finest, broadest] = ranges.strokeWidth;
  const width = finest * (broadest / finest) ** rng.uniform();
  const place = ([x, y]: Point): Point => [
    2 * margin + size * (aspect * x + lean * (100 - y)),
    margin + size * (y + 12),
  ];
  const side = Math.ceil(180 * size) + 4 * margin;
  const ink = inkImage(side, side);
  for (const stroke of shapes[Math.floor(shape * shapes.length)].split("|")) {
    const points = stroke.replace("~", "").split(" ").map((point) => jittered(point, rng));
    const way = stroke.startsWith("~") ? smooth(points) : points;
    way.slice(1).forEach((to, i) => drawLine(ink, place(way[i]), place(to), width));
  }
  return cropToInk(ink);
}

/** A point about there. */
function jittered(point: string, rng: Rng): Point {
  const [x, y] = point.split(",").map(Number);
  return [x + ranges.jitter * rng.normal(), y + ranges.jitter * rng.normal()];
}

/** The Catmull-Rom spline through all points (Catmull and Rom, 1974,
 * https://doi.org/10.1016/B978-0-12-079050-0.50020-5). */
function smooth(points: readonly Point[]): Point[] {
  const at = (i: number): Point => points[Math.min(points.length - 1, Math.max(0, i))];
  const way: Point[] = [points[0]];
  for (let i = 1; i < points.length; i++) {
    const [before, from, to, after] = [at(i - 2), at(i - 1), at(i), at(i + 1)];
    for (let piece = 1; piece <= pieces; piece++) {
      const t = piece / pieces;
      const between = (axis: 0 | 1): number =>
        from[axis] + t / 2 * (to[axis] - before[axis] +
            t * (2 * before[axis] - 5 * from[axis] + 4 * to[axis] - after[axis] +
                t * (3 * (from[axis] - to[axis]) + after[axis] - before[axis])));
      way.push([between(0), between(1)]);
    }
  }
  return way;
}
