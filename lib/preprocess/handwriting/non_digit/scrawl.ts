import type { Rng } from "../../../base/rng.ts";
import { drawArc } from "../../../image/draw_arc.ts";
import { drawLine } from "../../../image/draw_line.ts";
import { type InkImage, inkImage } from "../../../image/ink_image.ts";
import { nonDigitRanges } from "./non_digit_ranges.ts";

const ranges = nonDigitRanges.scrawl;
const side = 28;

type Point = readonly [x: number, y: number];

/** Draws strokes that are not writing: horizontal rules, crosses and grids, zigzags, strokes at random.
 *
 * @param rng draws what, and where
 * @returns ink, 28×28
 */
export function scrawl(rng: Rng): InkImage {
  const ink = inkImage(side, side);
  const width = rng.between(...ranges.strokeWidth);
  const kind = rng.uniform();
  if (kind < ranges.kinds.rules) rules(ink, width, rng);
  else if (kind < ranges.kinds.grid) grid(ink, width, rng);
  else if (kind < ranges.kinds.scribble) scribble(ink, width, rng);
  else strokes(ink, width, rng);
  return ink;
}

/** One to three lines, nearer to the horizontal than to the vertical: a steep one may be a 1. */
function rules(ink: InkImage, width: number, rng: Rng): void {
  const count = 1 + rng.integer(3);
  const slope = Math.tan(rng.between(...ranges.ruleAngle));
  const half = rng.between(...ranges.ruleHalf);
  for (let i = 0; i < count; i++) {
    const y = 14 + (i - (count - 1) / 2) * rng.between(...ranges.rulePitch);
    drawLine(ink, [14 - half, y + slope * half], [14 + half, y - slope * half], width);
  }
}

/** Lines both ways: corners, crosses, tables. */
function grid(ink: InkImage, width: number, rng: Rng): void {
  const [across, down] = [1 + rng.integer(3), 1 + rng.integer(3)];
  for (let i = 0; i < across; i++) {
    const y = rng.between(...ranges.gridPlace);
    const [left, right] = [rng.between(...ranges.gridStart), rng.between(...ranges.gridEnd)];
    drawLine(ink, [left, y], [right, y + rng.normal()], width);
  }
  for (let i = 0; i < down; i++) {
    const x = rng.between(...ranges.gridPlace);
    drawLine(ink, [x, rng.between(...ranges.gridStart)], [
      x + rng.normal(),
      rng.between(...ranges.gridEnd),
    ], width);
  }
}

/** Straight strokes one after another, sometimes with the pen lifted; four at least, fewer may make
 * a 4 or a 7. */
function scribble(ink: InkImage, width: number, rng: Rng): void {
  let from = anywhere(rng);
  for (let i = 4 + rng.integer(5); i > 0; i--) {
    if (rng.uniform() < ranges.lifted) from = anywhere(rng);
    const to = anywhere(rng);
    drawLine(ink, from, to, width);
    from = to;
  }
}

/** Three or four straight and round strokes, many of which start on another, most from edge to edge:
 * a digit has fewer or others, but for chance. */
function strokes(ink: InkImage, width: number, rng: Rng): void {
  const isOrderly = rng.uniform() < ranges.orderly;
  const [halfX, halfY] = [rng.between(...ranges.halfWidth), rng.between(...ranges.halfHeight)];
  const point = (): Point => isOrderly ? knot(halfX, halfY, rng) : anywhere(rng);
  const drawn: Point[] = [];
  for (let i = 3 + rng.integer(2); i > 0; i--) {
    const isJoined = drawn.length > 0 && rng.uniform() < ranges.joined;
    const from = isJoined ? drawn[rng.integer(drawn.length)] : point();
    let to = point();
    while (Math.hypot(to[0] - from[0], to[1] - from[1]) < 6) to = point();
    const bow = rng.uniform() < ranges.straight ? 0 : rng.between(...ranges.bow);
    drawn.push(...drawArc(ink, from, to, bow, width));
  }
}

/** A corner of a box, the middle of a side, or of the box, more or less. */
function knot(halfX: number, halfY: number, rng: Rng): Point {
  const draw = (half: number): number => 14 + half * (rng.integer(3) - 1) + rng.normal();
  return [draw(halfX), draw(halfY)];
}

function anywhere(rng: Rng): Point {
  return [rng.between(...ranges.anywhere), rng.between(...ranges.anywhere)];
}
