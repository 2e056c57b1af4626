import { madd } from "./madd";
import { storeLanes } from "./store_lanes";

/** y [rows][c] = x · scale + shift, cut off at 0 where `relu` is 1: batch normalisation with the
 * running averages, folded into two numbers a channel. */
export function batchNormInference(
  x: usize, scale: usize, shift: usize, y: usize, rows: i32, c: i32, relu: i32,
): void {
  const row = <usize>c << 2;
  for (let r = 0; r < rows; r++) {
    for (let k: usize = 0; k < row; k += 16) {
      const value = madd(v128.load(x + k), v128.load(scale + k), v128.load(shift + k));
      const cut = relu ? f32x4.pmax(value, f32x4.splat(0)) : value; // lets NaN through
      storeLanes(y + k, cut, <i32>min((row - k) >> 2, 4));
    }
    x += row;
    y += row;
  }
}
