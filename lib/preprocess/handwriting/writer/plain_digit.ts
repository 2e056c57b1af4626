/** Digits drawn stroke by stroke.
 *
 * @module */

import type { Rng } from "../../../base/rng.ts";
import { cropToInk } from "../../../image/crop_to_ink.ts";
import { drawLine } from "../../../image/draw_line.ts";
import { type InkImage, inkImage } from "../../../image/ink_image.ts";
import { plainRanges as ranges } from "./writer_ranges.ts";

/** Columns and rows in heights of the digit: 0 is its top, 1 its foot. */
type Point = readonly [x: number, y: number];

/** Paper around a digit, in pixels. */
const margin = 12;

/** The strokes of each digit: what is drawn without lifting the pen. */
const digits: readonly ((rng: Rng) => Point[][])[] = [
  zero,
  one,
  (
    rng,
  ) => [[
    ...arc([0.28, 0.27], [0.26, 0.27], [-75, 105], rng),
    near([0, 1], rng),
    near([0.58, 0.97], rng),
  ]],
  three,
  four,
  five,
  six,
  seven,
  eight,
  nine,
];

/** Draws a digit in the plain hand of forms and canvases: straight stems, oval loops, one even line, as no
 * more than a few of MNIST's writers write. Loops do not always close, and parts lie a little apart.
 *
 * @param label 0 to 9
 * @param rng draws the shape and the pen
 * @returns ink about 20 pixels high, cropped
 *
 * @example
 * ```ts
 * import { strictEqual } from "node:assert";
 * import { rngFromSeed } from "@lib/base/rng.ts";
 * import { plainDigit } from "@lib/preprocess/handwriting/writer/plain_digit.ts";
 * const { width, height } = plainDigit(1, rngFromSeed(1));
 * strictEqual(height > width, true);
 * ```
 */
export function plainDigit(label: number, rng: Rng): InkImage {
  const strokes = digits[label](rng);
  const size = rng.between(...ranges.height);
  const aspect = rng.between(...ranges.aspect);
  const lean = rng.between(...ranges.lean);
  const [finest, broadest] = ranges.strokeWidth;
  const width = finest * (broadest / finest) ** rng.uniform();
  const side = Math.ceil(2 * size + 2 * margin);
  const ink = inkImage(side, side);
  const place = ([x, y]: Point): Point => [
    side / 3 + size * (aspect * x + lean * (0.5 - y)),
    margin + size * y,
  ];
  for (const stroke of strokes) {
    stroke.slice(1).forEach((to, i) => drawLine(ink, place(stroke[i]), place(to), width));
  }
  return cropToInk(ink);
}

/** A point about there. */
function near([x, y]: Point, rng: Rng): Point {
  return [x + ranges.jitter * rng.normal(), y + ranges.jitter * rng.normal()];
}

/** Part of an oval, clockwise in degrees from the top. */
function arc(middle: Point, [rx, ry]: Point, [from, to]: Point, rng: Rng): Point[] {
  const [x, y] = near(middle, rng);
  const [wide, high] = [rx * rng.between(...ranges.radius), ry * rng.between(...ranges.radius)];
  const [start, end] = [from, to].map((angle) => angle + ranges.angle * rng.normal());
  const pieces = Math.max(3, Math.ceil(Math.abs(end - start) / 15));
  return Array.from({ length: pieces + 1 }, (_, i): Point => {
    const angle = (start + (end - start) * i / pieces) * Math.PI / 180;
    return [x + wide * Math.sin(angle), y - high * Math.cos(angle)];
  });
}

function line(from: Point, to: Point, rng: Rng): Point[] {
  return [near(from, rng), near(to, rng)];
}

function zero(rng: Rng): Point[][] {
  const start = rng.between(-60, 60);
  const oval = arc([0.3, 0.5], [0.32, 0.5], [start, start + 360], rng);
  return rng.uniform() < ranges.slashed ? [oval, line([0.02, 0.92], [0.58, 0.08], rng)] : [oval];
}

/** A bar, sometimes with an upstroke, and a foot that need not touch it. */
function one(rng: Rng): Point[][] {
  const bar = line([0.3, 0], [0.3, 1], rng);
  const hasUpstroke = rng.uniform() < ranges.one.upstroke;
  if (hasUpstroke) bar.unshift(near([0.3 - rng.between(...ranges.one.reach), 0.22], rng));
  if (!hasUpstroke || rng.uniform() >= ranges.one.foot) return [bar];
  const y = 1 + rng.between(...ranges.one.gap);
  const half = rng.between(...ranges.one.footHalf);
  return [bar, line([0.3 - half, y], [0.3 + half, y], rng)];
}

function three(rng: Rng): Point[][] {
  const lower = arc([0.25, 0.72], [0.3, 0.28], [0, 245], rng);
  if (rng.uniform() < ranges.flat) return [[...line([0, 0], [0.52, 0], rng), ...lower]];
  return [[...arc([0.27, 0.24], [0.25, 0.24], [-70, 180], rng), ...lower]];
}

/** Open at the top, or closed like a triangle. */
function four(rng: Rng): Point[][] {
  const row = rng.between(...ranges.four.bar);
  if (rng.uniform() < ranges.four.closed) {
    return [
      [near([0.45, 0], rng), near([0, row], rng), near([0.68, row], rng)],
      line([0.45, 0], [0.45, 1], rng),
    ];
  }
  const start = near([0.1 + 0.2 * rng.uniform(), 0], rng);
  const top = rng.between(...ranges.four.stem);
  return [[start, near([0, row], rng), near([0.68, row], rng)], line([0.46, top], [0.42, 1], rng)];
}

function five(rng: Rng): Point[][] {
  const bowl = arc([0.25, 0.69], [0.31, 0.31], [-45, 235], rng);
  const neck = near([0.06, 0], rng);
  if (rng.uniform() < 0.5) return [[near([0.52, 0], rng), neck, ...bowl]];
  return [[neck, ...bowl], [neck, near([0.52, 0], rng)]];
}

function six(rng: Rng): Point[][] {
  return [[
    near([0.4 + 0.2 * rng.uniform(), 0], rng),
    ...arc([0.3, 0.7], [0.29, 0.3], [-80, -440], rng),
  ]];
}

/** With a bar across its stem, or without. */
function seven(rng: Rng): Point[][] {
  const strokes = [[near([0, 0.02], rng), near([0.56, 0], rng), near([0.2, 1], rng)]];
  if (rng.uniform() < ranges.barred) strokes.push(line([0.12, 0.5], [0.55, 0.48], rng));
  return strokes;
}

function eight(rng: Rng): Point[][] {
  if (rng.uniform() < 0.5) {
    return [
      arc([0.3, 0.25], [0.24, 0.25], [0, 360], rng),
      arc([0.3, 0.74], [0.3, 0.26], [0, 360], rng),
    ];
  }
  const upper = arc([0.3, 0.25], [0.24, 0.25], [60, -180], rng);
  return [[...upper, ...arc([0.3, 0.75], [0.3, 0.25], [0, 360], rng), near([0.52, 0.2], rng)]];
}

/** A loop and a stem that hangs from its right side. */
function nine(rng: Rng): Point[][] {
  const loop = arc([0.28, 0.27], [0.27, 0.27], [80, -280], rng);
  const foot = near([0.4 + 0.18 * rng.uniform(), 1], rng);
  return rng.uniform() < 0.5 ? [[...loop, foot]] : [loop, [near([0.55, 0.05], rng), foot]];
}
