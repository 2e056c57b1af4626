import { storeLanes } from "./store_lanes";

/** dx = dy where y, the output of ReLU, is above 0, else 0; dx may be dy. */
export function reluGradient(dy: usize, y: usize, dx: usize, count: i32): void {
  const zero = f32x4.splat(0), end = <usize>(count & ~3) << 2;
  for (let i: usize = 0; i < end; i += 16) {
    v128.store(dx + i, v128.and(v128.load(dy + i), f32x4.gt(v128.load(y + i), zero)));
  }
  const rest = count & 3;
  if (rest) {
    const masked = v128.and(v128.load(dy + end), f32x4.gt(v128.load(y + end), zero));
    storeLanes(dx + end, masked, rest);
  }
}
