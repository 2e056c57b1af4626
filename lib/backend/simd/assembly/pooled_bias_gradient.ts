import { storeLanes } from "./store_lanes";
import { loadPlaces } from "./unpool";

/** dbias: the sums of the pooled gradient's channels over all pixels that ReLU let through. */
export function pooledBiasGradient(
  dyPooled: usize, argmax: usize, dbias: usize, rows: i32, O: i32,
): void {
  for (let o = 0; o < O; o += 4) {
    let sum = f32x4.splat(0);
    let g = dyPooled + (<usize>o << 2), place = argmax + <usize>o;
    for (let i = 0; i < rows; i++) {
      const isThrough = i32x4.ne(loadPlaces(place), i32x4.splat(4));
      sum = f32x4.add(sum, v128.and(v128.load(g), isThrough));
      g += <usize>O << 2;
      place += <usize>O;
    }
    storeLanes(dbias + (<usize>o << 2), sum, min(O - o, 4));
  }
}
