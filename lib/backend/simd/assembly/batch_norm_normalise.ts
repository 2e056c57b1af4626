import { madd } from "./madd";
import { storeLanes } from "./store_lanes";

/** Batch normalisation with given statistics (Ioffe and Szegedy, 2015,
 * https://arxiv.org/abs/1502.03167), cut off at 0 where `relu` is 1:
 *
 *     y = (x − mean) · inverseDeviation · gamma + beta       inverseDeviation = 1 / √(variance + ε)
 *
 * Up to sixteen channels (one line of the cache) go down the rows together, so that what belongs to
 * a channel stays in registers. y may be x. */
export function batchNormNormalise(
  x: usize, gamma: usize, beta: usize, y: usize, mean: usize, inverseDeviation: usize,
  rows: i32, c: i32, relu: i32,
): void {
  if (relu) normalise(true, x, gamma, beta, y, mean, inverseDeviation, rows, <usize>c << 2);
  else normalise(false, x, gamma, beta, y, mean, inverseDeviation, rows, <usize>c << 2);
}

// @ts-ignore: a decorator of AssemblyScript
@inline
function normalise(
  relu: bool, x: usize, gamma: usize, beta: usize, y: usize, mean: usize, inverse: usize,
  rows: i32, row: usize,
): void {
  let k: usize = 0;
  for (; k + 64 <= row; k += 64) {
    strip(4, 4, relu, x + k, gamma + k, beta + k, y + k, mean + k, inverse + k, rows, row);
  }
  if (k + 32 <= row) {
    strip(2, 4, relu, x + k, gamma + k, beta + k, y + k, mean + k, inverse + k, rows, row);
    k += 32;
  }
  if (k + 16 <= row) {
    strip(1, 4, relu, x + k, gamma + k, beta + k, y + k, mean + k, inverse + k, rows, row);
    k += 16;
  }
  if (k < row) {
    const lanes = <i32>(row - k) >> 2;
    strip(1, lanes, relu, x + k, gamma + k, beta + k, y + k, mean + k, inverse + k, rows, row);
  }
}

/** All rows of `fours` times four channels, of the last four only `lanes`. */
// @ts-ignore: a decorator of AssemblyScript
@inline
function strip(
  fours: i32, lanes: i32, relu: bool, x: usize, gamma: usize, beta: usize, y: usize, mean: usize,
  inverse: usize, rows: i32, row: usize,
): void {
  const m0 = v128.load(mean), m1 = v128.load(mean, 16), m2 = v128.load(mean, 32);
  const m3 = v128.load(mean, 48);
  const s0 = f32x4.mul(v128.load(inverse), v128.load(gamma));
  const s1 = f32x4.mul(v128.load(inverse, 16), v128.load(gamma, 16));
  const s2 = f32x4.mul(v128.load(inverse, 32), v128.load(gamma, 32));
  const s3 = f32x4.mul(v128.load(inverse, 48), v128.load(gamma, 48));
  const b0 = v128.load(beta), b1 = v128.load(beta, 16), b2 = v128.load(beta, 32);
  const b3 = v128.load(beta, 48);
  for (let r = 0; r < rows; r++) {
    storeLanes(y, normaliseFour(relu, v128.load(x), m0, s0, b0), lanes);
    if (fours > 1) v128.store(y, normaliseFour(relu, v128.load(x, 16), m1, s1, b1), 16);
    if (fours > 2) v128.store(y, normaliseFour(relu, v128.load(x, 32), m2, s2, b2), 32);
    if (fours > 3) v128.store(y, normaliseFour(relu, v128.load(x, 48), m3, s3, b3), 48);
    x += row;
    y += row;
  }
}

// @ts-ignore: a decorator of AssemblyScript
@inline
function normaliseFour(relu: bool, x: v128, mean: v128, scale: v128, beta: v128): v128 {
  const y = madd(f32x4.sub(x, mean), scale, beta);
  return relu ? f32x4.pmax(y, f32x4.splat(0)) : y; // pmax(y, 0) lets NaN through
}
