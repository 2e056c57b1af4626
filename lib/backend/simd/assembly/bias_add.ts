import { storeLanes } from "./store_lanes";

/** y [rows][c] = x + bias, cut off at 0 where `relu` is 1. */
export function biasAdd(x: usize, bias: usize, y: usize, rows: i32, c: i32, relu: i32): void {
  if (relu) addRows(true, x, bias, y, rows, c);
  else addRows(false, x, bias, y, rows, c);
}

// @ts-ignore: a decorator of AssemblyScript
@inline
function addRows(relu: bool, x: usize, bias: usize, y: usize, rows: i32, c: i32): void {
  const zero = f32x4.splat(0), row = <usize>c << 2, inFours = row & ~15, rest = c & 3;
  for (let r = 0; r < rows; r++) {
    for (let k: usize = 0; k < inFours; k += 16) {
      const sum = f32x4.add(v128.load(x + k), bias ? v128.load(bias + k) : zero);
      v128.store(y + k, relu ? f32x4.pmax(sum, zero) : sum); // pmax(sum, 0) lets NaN through
    }
    if (rest) {
      const sum = f32x4.add(v128.load(x + inFours), bias ? v128.load(bias + inFours) : zero);
      storeLanes(y + inFours, relu ? f32x4.pmax(sum, zero) : sum, rest);
    }
    x += row;
    y += row;
  }
}
