import type { Rng } from "../../base/rng.ts";
import { imageSide } from "../../image/digit_size.ts";
import type { Severity } from "./corruption.ts";
import { softLines } from "./soft_lines.ts";

/** Columns to the left and the right of the line. */
const margin = 2;

/** Pixels from the middle of the line to its corners, along it and across. */
const tooth = 2;

/** How much lower or higher it may end than it begins, in pixels. */
const slope = 5;

/** A zigzag runs across the image, at any height, nearly level; one strength only. */
export function zigzag(ink: Float32Array, _severity: Severity, rng: Rng): Float32Array {
  const from = rng.integer(imageSide - 1);
  const to = Math.min(imageSide - 1, Math.max(0, from + rng.integer(2 * slope) - slope));
  const rise = to - from;
  const run = imageSide - 1 - 2 * margin;
  const length = Math.hypot(run, rise);
  const [dx, dy] = [run / length, rise / length];
  const place = (along: number, across: number): [x: number, y: number] => [
    margin + along * dx - across * dy,
    from + along * dy + across * dx,
  ];
  const corners = [place(0, 0)];
  for (let along = tooth, side = 1; along < length; along += 2 * tooth, side = -side) {
    corners.push(place(along, side * tooth));
  }
  corners.push(place(length, 0));
  const line = softLines(corners);
  return ink.map((level, at) => level + line[at]);
}
