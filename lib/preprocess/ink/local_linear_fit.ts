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
 * The sums of a window are those of its columns, and move with it: down by a row, right by a column. With whole
 * values and weights they stay exact.
 *
 * @param weights `[height × width]`, how much each value counts; 0 leaves it out
 * @param radius places to each side that a plane is fitted to
 * @returns the height of each plane at its own place, `[height × width]`
 */
export function localLinearFit(grid: Grid, weights: Float64Array, radius: number): Float64Array {
  const { width, height } = grid;
  const columns = new Float64Array(width * sumCount);
  const result = new Float64Array(width * height);
  for (let y = 0; y < Math.min(radius, height); y++) addRow(columns, grid, weights, y, 1);
  for (let y = 0; y < height; y++) {
    if (y + radius < height) addRow(columns, grid, weights, y + radius, 1);
    if (y - radius - 1 >= 0) addRow(columns, grid, weights, y - radius - 1, -1);
    fitRow(columns, grid, y, radius, result);
  }
  return result;
}

/** Adds the places of a row to the sums of their columns, or takes them away. */
function addRow(
  columns: Float64Array,
  { width, values }: Grid,
  weights: Float64Array,
  y: number,
  sign: 1 | -1,
): void {
  for (let x = 0, k = 0, at = y * width; x < width; x++, k += sumCount, at++) {
    const weight = sign * weights[at];
    if (weight === 0) continue;
    const value = weight * values[at];
    columns[k] += weight;
    columns[k + 1] += weight * x;
    columns[k + 2] += weight * y;
    columns[k + 3] += weight * x * x;
    columns[k + 4] += weight * x * y;
    columns[k + 5] += weight * y * y;
    columns[k + 6] += value;
    columns[k + 7] += value * x;
    columns[k + 8] += value * y;
  }
}

/** The planes of a row, from the sums of the columns around each place. */
function fitRow(
  columns: Float64Array,
  { width, values }: Grid,
  y: number,
  radius: number,
  result: Float64Array,
): void {
  let [n, sx, sy, sxx, sxy, syy, sv, sxv, syv] = [0, 0, 0, 0, 0, 0, 0, 0, 0];
  for (let x = -radius, at = y * width - radius; x < width; x++, at++) {
    if (x + radius < width) {
      const last = (x + radius) * sumCount;
      n += columns[last];
      sx += columns[last + 1];
      sy += columns[last + 2];
      sxx += columns[last + 3];
      sxy += columns[last + 4];
      syy += columns[last + 5];
      sv += columns[last + 6];
      sxv += columns[last + 7];
      syv += columns[last + 8];
    }
    if (x - radius > 0) {
      const first = (x - radius - 1) * sumCount;
      n -= columns[first];
      sx -= columns[first + 1];
      sy -= columns[first + 2];
      sxx -= columns[first + 3];
      sxy -= columns[first + 4];
      syy -= columns[first + 5];
      sv -= columns[first + 6];
      sxv -= columns[first + 7];
      syv -= columns[first + 8];
    }
    if (x < 0) continue;
    if (n <= 0) { // where nothing counts
      result[at] = values[at];
      continue;
    }
    const part = 1 / n; // one division for all means: they are most of the time
    const [mx, my, mv] = [sx * part, sy * part, sv * part];
    // The small addition keeps the slope at 0 where the places lie on a line or in a point.
    const xx = sxx * part - mx * mx + smoothLimits.ridge;
    const yy = syy * part - my * my + smoothLimits.ridge;
    const xy = sxy * part - mx * my;
    const xv = sxv * part - mx * mv;
    const yv = syv * part - my * mv;
    const [alongX, alongY] = [(xv * yy - yv * xy) * (x - mx), (yv * xx - xv * xy) * (y - my)];
    result[at] = mv + (alongX + alongY) / (xx * yy - xy * xy);
  }
}
