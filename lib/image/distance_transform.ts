/** Distances to the nearest pixel of a kind.
 *
 * @module
 */
/** Distance of every pixel to the nearest one of a kind, in pixels, exactly: first along the columns,
 * then along the rows only as far as something nearer may be.
 *
 * @param width columns
 * @param height rows
 * @param isTarget tells by index which pixels distances are measured to
 * @param most farther pixels, and all if there is none of the kind, get this distance
 * @returns `[height × width]`
 *
 * @example
 * ```ts
 * import { deepStrictEqual } from "node:assert";
 * import { distanceTransform } from "@lib/image/distance_transform.ts";
 * deepStrictEqual([...distanceTransform(4, 1, (index) => index === 1, 9)], [1, 0, 1, 2]);
 * ```
 */
export function distanceTransform(
  width: number,
  height: number,
  isTarget: (index: number) => boolean,
  most: number,
): Float32Array {
  const vertical = verticalDistances(width, height, isTarget, most);
  const distances = new Float32Array(vertical.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = y * width + x;
      if (vertical[at] === 0) continue; // its distance is 0
      let square = vertical[at] * vertical[at];
      const farthest = Math.max(x, width - 1 - x);
      for (let away = 1; away * away < square && away <= farthest; away++) {
        const left = away <= x ? vertical[at - away] : most;
        const right = away < width - x ? vertical[at + away] : most;
        const nearer = left < right ? left : right;
        const other = away * away + nearer * nearer;
        if (other < square) square = other;
      }
      distances[at] = Math.sqrt(square);
    }
  }
  return distances;
}

/** The distance to the nearest target in the same column. */
function verticalDistances(
  width: number,
  height: number,
  isTarget: (index: number) => boolean,
  most: number,
): Float32Array {
  const distances = new Float32Array(width * height);
  for (let at = 0; at < distances.length; at++) {
    const above = at < width ? most : distances[at - width];
    distances[at] = isTarget(at) ? 0 : Math.min(most, above + 1);
  }
  for (let at = distances.length - width - 1; at >= 0; at--) {
    distances[at] = Math.min(distances[at], distances[at + width] + 1);
  }
  return distances;
}
