import { clearFloats } from "./copy_floats";
import { storeLanes } from "./store_lanes";
import { blockRows, sumColumns, Term } from "./sum_columns";

/** Gradients to the weights of batch normalisation, with x̂ = (x − mean) · inverseDeviation and
 * g = dy, cut by ReLU:
 *
 *     dbeta = Σ g      dgamma = Σ g · x̂
 *
 * @param y the output, by which ReLU is seen; 0: no ReLU
 * @param dgamma [c], overwritten; so is dbeta */
export function batchNormWeightGradients(
  dy: usize, x: usize, y: usize, mean: usize, inverseDeviation: usize, dgamma: usize, dbeta: usize,
  rows: i32, c: i32,
): void {
  const row = <usize>c << 2;
  clearFloats(dbeta, c);
  clearFloats(dgamma, c);
  const block = blockRows(rows);
  for (let first = 0; first < rows; first += block) {
    const at = <usize>first * row, height = min(block, rows - first), yAt = y ? y + at : 0;
    sumColumns(Term.Gradient, x + at, dy + at, yAt, mean, dbeta, height, c);
    sumColumns(Term.Product, x + at, dy + at, yAt, mean, dgamma, height, c);
  }
  for (let k: usize = 0; k < row; k += 16) {
    const product = f32x4.mul(v128.load(dgamma + k), v128.load(inverseDeviation + k));
    storeLanes(dgamma + k, product, <i32>min((row - k) >> 2, 4));
  }
}
