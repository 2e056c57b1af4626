import { clearFloats } from "./copy_floats";
import { storeLanes } from "./store_lanes";

/** dx of a 2 × 2 max pool whose argmax was not kept: finds the largest pixel again and gives it the
 * gradient, in one pass. The first among equals; NaN is never the largest here, as on tfjs's cpu
 * backend. */
export function maxPool2InputGradient(
  x: usize, dy: usize, dx: usize, n: i32, h: i32, w: i32, C: i32,
): void {
  const pixel = <usize>C << 2, row = <usize>w * pixel;
  const rows = h >> 1, columns = w >> 1;
  for (let image = 0; image < n; image++) {
    for (let i = 0; i < rows; i++) {
      let at = <usize>(2 * i) * row;
      for (let j = 0; j < columns; j++) {
        for (let c: usize = 0; c < pixel; c += 16) {
          toLargest(x + at + c, dy + c, dx + at + c, pixel, row, <i32>min((pixel - c) >> 2, 4));
        }
        at += 2 * pixel;
        dy += pixel;
      }
      if (w & 1) {
        clearFloats(dx + at, C);
        clearFloats(dx + at + row, C);
      }
    }
    if (h & 1) clearFloats(dx + <usize>(h - 1) * row, w * C);
    x += <usize>h * row;
    dx += <usize>h * row;
  }
}

// @ts-ignore: a decorator of AssemblyScript
@inline
function toLargest(x: usize, dy: usize, dx: usize, pixel: usize, row: usize, lanes: i32): void {
  const a = v128.load(x), b = v128.load(x + pixel);
  const c = v128.load(x + row), d = v128.load(x + row + pixel);
  const aWins = f32x4.gt(a, f32x4.splat(-Infinity));
  let largest = v128.bitselect(a, f32x4.splat(-Infinity), aWins);
  const bWins = f32x4.gt(b, largest);
  largest = v128.bitselect(b, largest, bWins);
  const cWins = f32x4.gt(c, largest);
  largest = v128.bitselect(c, largest, cWins);
  const dWins = f32x4.gt(d, largest);
  const lower = v128.or(cWins, dWins), gradient = v128.load(dy);
  storeLanes(dx, v128.and(gradient, v128.andnot(aWins, v128.or(bWins, lower))), lanes);
  storeLanes(dx + pixel, v128.and(gradient, v128.andnot(bWins, lower)), lanes);
  storeLanes(dx + row, v128.and(gradient, v128.andnot(cWins, dWins)), lanes);
  storeLanes(dx + row + pixel, v128.and(gradient, dWins), lanes);
}
