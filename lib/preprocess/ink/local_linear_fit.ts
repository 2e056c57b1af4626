import { smoothLimits } from "./light_limits.ts";

/** Numbers on a grid of places, row by row. */
export interface Grid {
  readonly width: number;
  readonly height: number;
  /** `[height × width]` */
  readonly values: Float64Array;
}

/** The sums that a fitted plane needs: 1, x, y, x², xy, y², v, xv, yv. */
const sumCount = 9;

/** Smooths a grid with a plane fitted around each place by weighted least squares (local linear
 * regression). Unlike a mean, a plane follows a slope up to the very edge.
 *
 * @param weights `[height × width]`, how much each value counts; 0 leaves it out
 * @param radius places to each side that a plane is fitted to
 * @returns the height of each plane at its own place, `[height × width]`
 */
export function localLinearFit(grid: Grid, weights: Float64Array, radius: number): Float64Array {
  const { width, height } = grid;
  const totals = summedAreas(grid, weights);
  const sums = new Float64Array(sumCount);
  const result = new Float64Array(width * height);
  for (let y = 0; y < height; y++) {
    const [top, bottom] = [Math.max(0, y - radius), Math.min(height, y + radius + 1)];
    for (let x = 0; x < width; x++) {
      const [left, right] = [Math.max(0, x - radius), Math.min(width, x + radius + 1)];
      const bottomRight = (bottom * (width + 1) + right) * sumCount;
      const bottomLeft = (bottom * (width + 1) + left) * sumCount;
      const topRight = (top * (width + 1) + right) * sumCount;
      const topLeft = (top * (width + 1) + left) * sumCount;
      for (let k = 0; k < sumCount; k++) {
        sums[k] = totals[bottomRight + k] + totals[topLeft + k] -
          totals[bottomLeft + k] - totals[topRight + k];
      }
      const at = y * width + x;
      result[at] = sums[0] > 0 ? planeAt(sums, x, y) : grid.values[at]; // where nothing counts
    }
  }
  return result;
}

/** Sums over all places above and to the left: any rectangle's sum is four of them. */
function summedAreas({ width, height, values }: Grid, weights: Float64Array): Float64Array {
  const totals = new Float64Array((width + 1) * (height + 1) * sumCount);
  const row = new Float64Array(sumCount);
  for (let y = 0; y < height; y++) {
    row.fill(0);
    for (let x = 0; x < width; x++) {
      const weight = weights[y * width + x];
      if (weight !== 0) {
        const value = weight * values[y * width + x];
        row[0] += weight;
        row[1] += weight * x;
        row[2] += weight * y;
        row[3] += weight * x * x;
        row[4] += weight * x * y;
        row[5] += weight * y * y;
        row[6] += value;
        row[7] += value * x;
        row[8] += value * y;
      }
      const above = (y * (width + 1) + x + 1) * sumCount;
      const here = above + (width + 1) * sumCount;
      for (let k = 0; k < sumCount; k++) totals[here + k] = totals[above + k] + row[k];
    }
  }
  return totals;
}

function planeAt(sums: Float64Array, x: number, y: number): number {
  const [count, sx, sy] = [sums[0], sums[1], sums[2]];
  const [sxx, sxy, syy] = [sums[3], sums[4], sums[5]];
  const [sv, sxv, syv] = [sums[6], sums[7], sums[8]];
  const [mx, my, mv] = [sx / count, sy / count, sv / count];
  // The small addition keeps the slope at 0 where the places lie on a line or in a point.
  const xx = sxx / count - mx * mx + smoothLimits.ridge;
  const yy = syy / count - my * my + smoothLimits.ridge;
  const xy = sxy / count - mx * my;
  const xv = sxv / count - mx * mv;
  const yv = syv / count - my * mv;
  const determinant = xx * yy - xy * xy;
  const slopeX = (xv * yy - yv * xy) / determinant;
  const slopeY = (yv * xx - xv * xy) / determinant;
  return mv + slopeX * (x - mx) + slopeY * (y - my);
}
