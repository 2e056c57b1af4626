import { clearFloats } from "./copy_floats";
import { storeLanes } from "./store_lanes";
import { blockRows, maskedGradient, sumColumns, Term } from "./sum_columns";

/** Gradients of `batchNormForward`, with x̂ = (x − mean) · inverseDeviation and g = dy, cut by ReLU:
 *
 *     dbeta = Σ g      dgamma = Σ g · x̂
 *     dx = gamma · inverseDeviation · (g − dbeta / rows − x̂ · dgamma / rows)
 *
 * @param y its output, by which ReLU is seen; 0: no ReLU
 * @param dx may be dy */
export function batchNormBackward(
  dy: usize, x: usize, y: usize, gamma: usize, mean: usize, inverseDeviation: usize,
  dx: usize, dgamma: usize, dbeta: usize, rows: i32, c: i32,
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
  if (y) inputGradient(true, dy, x, y, gamma, mean, inverseDeviation, dx, dgamma, dbeta, rows, row);
  else inputGradient(false, dy, x, y, gamma, mean, inverseDeviation, dx, dgamma, dbeta, rows, row);
}

// @ts-ignore: a decorator of AssemblyScript
@inline
function inputGradient(
  masked: bool, dy: usize, x: usize, y: usize, gamma: usize, mean: usize, inverse: usize,
  dx: usize, dgamma: usize, dbeta: usize, rows: i32, row: usize,
): void {
  const share = f32x4.splat(1 / <f32>rows);
  for (let r = 0; r < rows; r++) {
    for (let k: usize = 0; k < row; k += 16) {
      const g = maskedGradient(masked, dy + k, y + k), scale = v128.load(inverse + k);
      const normal = f32x4.mul(f32x4.sub(v128.load(x + k), v128.load(mean + k)), scale);
      const product = f32x4.mul(normal, v128.load(dgamma + k));
      const common = f32x4.mul(f32x4.add(v128.load(dbeta + k), product), share);
      const gradient = f32x4.mul(f32x4.mul(v128.load(gamma + k), scale), f32x4.sub(g, common));
      storeLanes(dx + k, gradient, <i32>min((row - k) >> 2, 4));
    }
    dy += row;
    x += row;
    y += row;
    dx += row;
  }
}
