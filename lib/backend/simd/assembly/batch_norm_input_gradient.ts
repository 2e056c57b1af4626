import { madd } from "./madd";
import { storeLanes } from "./store_lanes";
import { maskedGradient } from "./sum_columns";

/** Gradient to the input of batch normalisation, with x̂ = (x − mean) · inverseDeviation and g = dy,
 * cut by ReLU:
 *
 *     dx = gamma · inverseDeviation · (g − (dbeta + x̂ · dgamma) / total)
 *
 * Up to eight channels go down the rows together, so that what belongs to a channel stays in
 * registers: dx = a · g + b + d · (x − mean).
 *
 * @param y the output, by which ReLU is seen; 0: no ReLU
 * @param dx may be dy
 * @param dgamma of the whole batch, of which these rows may be a part; so is dbeta
 * @param total rows of the whole batch */
export function batchNormInputGradient(
  dy: usize, x: usize, y: usize, gamma: usize, mean: usize, inverseDeviation: usize, dx: usize,
  dgamma: usize, dbeta: usize, rows: i32, c: i32, total: i32,
): void {
  const row = <usize>c << 2, share = f32x4.splat(-1 / <f32>total);
  for (let k: usize = 0; k < row; k += 32) {
    const yAt = y ? y + k : 0, left = <i32>(row - k) >> 2;
    columns(
      dy + k, x + k, yAt, gamma + k, mean + k, inverseDeviation + k, dx + k, dgamma + k, dbeta + k,
      rows, row, share, left,
    );
  }
}

// @ts-ignore: a decorator of AssemblyScript
@inline
function columns(
  dy: usize, x: usize, y: usize, gamma: usize, mean: usize, inverse: usize, dx: usize,
  dgamma: usize, dbeta: usize, rows: i32, row: usize, share: v128, left: i32,
): void {
  const i0 = v128.load(inverse), i1 = v128.load(inverse, 16);
  const a0 = f32x4.mul(v128.load(gamma), i0), a1 = f32x4.mul(v128.load(gamma, 16), i1);
  const c0 = f32x4.mul(a0, share), c1 = f32x4.mul(a1, share);
  const b0 = f32x4.mul(c0, v128.load(dbeta)), b1 = f32x4.mul(c1, v128.load(dbeta, 16));
  const d0 = f32x4.mul(f32x4.mul(c0, i0), v128.load(dgamma));
  const d1 = f32x4.mul(f32x4.mul(c1, i1), v128.load(dgamma, 16));
  const m0 = v128.load(mean), m1 = v128.load(mean, 16);
  if (y) strip(true, dy, x, y, dx, a0, b0, d0, m0, a1, b1, d1, m1, rows, row, left);
  else strip(false, dy, x, y, dx, a0, b0, d0, m0, a1, b1, d1, m1, rows, row, left);
}

// @ts-ignore: a decorator of AssemblyScript
@inline
function strip(
  masked: bool, dy: usize, x: usize, y: usize, dx: usize, a0: v128, b0: v128, d0: v128, m0: v128,
  a1: v128, b1: v128, d1: v128, m1: v128, rows: i32, row: usize, left: i32,
): void {
  for (let r = 0; r < rows; r++) {
    const g0 = maskedGradient(masked, dy, y), x0 = f32x4.sub(v128.load(x), m0);
    storeLanes(dx, madd(d0, x0, madd(a0, g0, b0)), min(left, 4));
    if (left > 4) {
      const g1 = maskedGradient(masked, dy + 16, y + 16), x1 = f32x4.sub(v128.load(x, 16), m1);
      storeLanes(dx + 16, madd(d1, x1, madd(a1, g1, b1)), min(left - 4, 4));
    }
    dy += row;
    x += row;
    y += row;
    dx += row;
  }
}
