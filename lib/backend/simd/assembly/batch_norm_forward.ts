import { clearFloats } from "./copy_floats";
import { madd } from "./madd";
import { storeLanes } from "./store_lanes";
import { blockRows, sumColumns, Term } from "./sum_columns";

/** Batch normalisation with the batch's own statistics (Ioffe and Szegedy, 2015,
 * https://arxiv.org/abs/1502.03167):
 *
 *     y = (x − mean) · inverseDeviation · gamma + beta       inverseDeviation = 1 / √(variance + ε)
 *
 * Two passes over x find the statistics: the mean, of the distances from the first row so that a
 * large offset costs no digits, then the variance (the biased one) around that mean.
 *
 * @param mean [c], written; so is inverseDeviation */
export function batchNormForward(
  x: usize, gamma: usize, beta: usize, y: usize, mean: usize, inverseDeviation: usize,
  rows: i32, c: i32, epsilon: f32, relu: i32,
): void {
  const share = f32x4.splat(1 / <f32>rows), row = <usize>c << 2;
  sumBlocks(Term.Difference, x, x, mean, rows, c);
  for (let k: usize = 0; k < row; k += 16) {
    const value = madd(v128.load(mean + k), share, v128.load(x + k));
    storeLanes(mean + k, value, <i32>min((row - k) >> 2, 4));
  }
  sumBlocks(Term.Square, x, mean, inverseDeviation, rows, c);
  for (let k: usize = 0; k < row; k += 16) {
    const variance = madd(v128.load(inverseDeviation + k), share, f32x4.splat(epsilon));
    const inverse = f32x4.div(f32x4.splat(1), f32x4.sqrt(variance));
    storeLanes(inverseDeviation + k, inverse, <i32>min((row - k) >> 2, 4));
  }
  if (relu) normalise(true, x, gamma, beta, y, mean, inverseDeviation, rows, row);
  else normalise(false, x, gamma, beta, y, mean, inverseDeviation, rows, row);
}

// @ts-ignore: a decorator of AssemblyScript
@inline
function sumBlocks(term: Term, x: usize, shift: usize, sums: usize, rows: i32, c: i32): void {
  const block = blockRows(rows);
  clearFloats(sums, c);
  for (let first = 0; first < rows; first += block) {
    sumColumns(term, x, x, 0, shift, sums, min(block, rows - first), c);
    x += <usize>(block * c) << 2;
  }
}

// @ts-ignore: a decorator of AssemblyScript
@inline
function normalise(
  relu: bool, x: usize, gamma: usize, beta: usize, y: usize, mean: usize, inverse: usize,
  rows: i32, row: usize,
): void {
  const inFours = row & ~15, lanes = <i32>(row & 15) >> 2;
  for (let r = 0; r < rows; r++) {
    for (let k: usize = 0; k < inFours; k += 16) {
      v128.store(y + k, normaliseFour(relu, x + k, gamma + k, beta + k, mean + k, inverse + k));
    }
    if (lanes) {
      const k = inFours;
      storeLanes(y + k, normaliseFour(relu, x + k, gamma + k, beta + k, mean + k, inverse + k), lanes);
    }
    x += row;
    y += row;
  }
}

// @ts-ignore: a decorator of AssemblyScript
@inline
function normaliseFour(
  relu: bool, x: usize, gamma: usize, beta: usize, mean: usize, inverse: usize,
): v128 {
  const scale = f32x4.mul(v128.load(inverse), v128.load(gamma));
  const y = madd(f32x4.sub(v128.load(x), v128.load(mean)), scale, v128.load(beta));
  return relu ? f32x4.pmax(y, f32x4.splat(0)) : y; // pmax(y, 0) lets NaN through
}
