import { exp } from "./exp";
import { storeLanes } from "./store_lanes";

/** y [rows][classes] = the softmax of each row of the logits; y may be the logits. */
export function softmax(logits: usize, y: usize, rows: i32, classes: i32): void {
  const row = <usize>classes << 2;
  for (let r = 0; r < rows; r++) {
    const sum = exponentials(logits, y, classes);
    for (let k: usize = 0; k < row; k += 16) {
      const share = f32x4.div(v128.load(y + k), f32x4.splat(sum));
      storeLanes(y + k, share, <i32>min((row - k) >> 2, 4));
    }
    logits += row;
    y += row;
  }
}

/** y = the exponential of each logit less the largest.
 *
 * @returns their sum */
// @ts-ignore: a decorator of AssemblyScript
@inline
export function exponentials(logits: usize, y: usize, classes: i32): f32 {
  const row = <usize>classes << 2, largest = f32x4.splat(largestOf(logits, classes));
  let sums = f32x4.splat(0);
  for (let k: usize = 0; k < row; k += 16) {
    const lanes = <i32>min((row - k) >> 2, 4);
    const value = exp(f32x4.sub(v128.load(logits + k), largest));
    storeLanes(y + k, value, lanes);
    sums = f32x4.add(sums, v128.and(value, firstLanes(lanes)));
  }
  return sumOfLanes(sums);
}

/** The largest of some numbers; NaN if one is. */
// @ts-ignore: a decorator of AssemblyScript
@inline
export function largestOf(values: usize, count: i32): f32 {
  const end = <usize>count << 2;
  let all = v128.load32_splat(values);
  for (let k: usize = 0; k < end; k += 16) {
    const used = firstLanes(<i32>min((end - k) >> 2, 4));
    all = f32x4.max(all, v128.bitselect(v128.load(values + k), all, used));
  }
  return max(
    max(f32x4.extract_lane(all, 0), f32x4.extract_lane(all, 1)),
    max(f32x4.extract_lane(all, 2), f32x4.extract_lane(all, 3)),
  );
}

/** All bits in the first lanes, none in the others. */
// @ts-ignore: a decorator of AssemblyScript
@inline
export function firstLanes(lanes: i32): v128 {
  return i32x4.lt_s(i32x4(0, 1, 2, 3), i32x4.splat(lanes));
}

// @ts-ignore: a decorator of AssemblyScript
@inline
export function sumOfLanes(sums: v128): f32 {
  return (f32x4.extract_lane(sums, 0) + f32x4.extract_lane(sums, 1)) +
    (f32x4.extract_lane(sums, 2) + f32x4.extract_lane(sums, 3));
}
