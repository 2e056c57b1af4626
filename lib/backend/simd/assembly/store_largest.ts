import { storeByteLanes, storeLanes } from "./store_lanes";

/** The end of a 2 × 2 max pool in registers: stores the largest of a window's four pixels, and which
 * it was, for 4 channels (of which `lanes` are stored).
 *
 * The bias is the same for all four, so it is added to the largest alone; so is ReLU's cut.
 *
 * @param argmax gets 0 to 3 (the first among equals), or 4 where ReLU cut the largest off; 0: not
 *   wanted */
// @ts-ignore: a decorator of AssemblyScript
@inline
export function storeLargest(
  c0: v128, c1: v128, c2: v128, c3: v128, bias: usize, relu: i32,
  y: usize, argmax: usize, lanes: i32,
): void {
  const second = beats(c1, c0);
  let largest = v128.bitselect(c1, c0, second);
  const third = beats(c2, largest);
  largest = v128.bitselect(c2, largest, third);
  const fourth = beats(c3, largest);
  largest = v128.bitselect(c3, largest, fourth);
  if (bias) largest = f32x4.add(largest, v128.load(bias));
  const zero = f32x4.splat(0);
  if (argmax) {
    let place = v128.and(i32x4.splat(1), second);
    place = v128.bitselect(i32x4.splat(2), place, third);
    place = v128.bitselect(i32x4.splat(3), place, fourth);
    if (relu) place = v128.bitselect(i32x4.splat(4), place, f32x4.le(largest, zero));
    storeByteLanes(argmax, place, lanes);
  }
  if (relu) largest = f32x4.pmax(largest, zero); // lets NaN through
  storeLanes(y, largest, lanes);
}

/** Whether a pixel takes the place of the largest so far: if it is larger, or NaN. */
// @ts-ignore: a decorator of AssemblyScript
@inline
function beats(pixel: v128, largest: v128): v128 {
  return v128.or(f32x4.gt(pixel, largest), f32x4.ne(pixel, pixel));
}
