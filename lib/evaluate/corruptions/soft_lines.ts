import { imageSide } from "../../image/digit_size.ts";

/** Pixels from the middle of a line to where it would end if it faded to nothing; it is cut off before. */
const reach = 2.3;

type Point = readonly [x: number, y: number];

/** Straight strokes one after the other, as an image of 28 × 28: full in the middle, fading as a logarithm to
 * both sides, some three pixels wide.
 *
 * @param points the corners, from the first to the last, in pixels
 */
export function softLines(points: readonly Point[]): Float32Array {
  const levels = new Float32Array(imageSide * imageSide);
  for (let at = 0; at < levels.length; at++) {
    const [x, y] = [at % imageSide, Math.floor(at / imageSide)];
    let square = Infinity;
    for (let i = 1; i < points.length; i++) {
      square = Math.min(square, squareDistance(x, y, points[i - 1], points[i]));
    }
    const nearest = Math.sqrt(square);
    if (nearest < reach) levels[at] = Math.max(0, 1 + Math.log(1 - nearest / reach));
  }
  return levels;
}

function squareDistance(x: number, y: number, [fromX, fromY]: Point, [toX, toY]: Point): number {
  const [dx, dy] = [toX - fromX, toY - fromY];
  const along = ((x - fromX) * dx + (y - fromY) * dy) / (dx * dx + dy * dy || 1);
  const part = Math.min(1, Math.max(0, along));
  return (x - fromX - part * dx) ** 2 + (y - fromY - part * dy) ** 2;
}
