import { storeLanes } from "./store_lanes";

/** dy from the gradient of its 2 × 2 max pool: each value goes to the pixel of its window that was
 * the largest, the other three get 0; so do all four where ReLU cut off, and what the pool dropped.
 */
export function unpool(
  dyPooled: usize, argmax: usize, dy: usize, n: i32, oh: i32, ow: i32, O: i32,
): void {
  const pixel = <usize>O << 2, row = <usize>ow * pixel;
  if ((oh | ow) & 1) memory.fill(dy, 0, <usize>(n * oh) * row);
  for (let image = 0; image < n; image++) {
    for (let i = 0; i < oh >> 1; i++) {
      let window = dy + <usize>(2 * i) * row;
      for (let j = 0; j < ow >> 1; j++) {
        for (let o = 0; o < O; o += 4) {
          const bytes = <usize>o << 2, target = window + bytes, lanes = min(O - o, 4);
          const g = v128.load(dyPooled + bytes), place = loadPlaces(argmax + <usize>o);
          storeLanes(target, gradientAt(0, g, place), lanes);
          storeLanes(target + pixel, gradientAt(1, g, place), lanes);
          storeLanes(target + row, gradientAt(2, g, place), lanes);
          storeLanes(target + row + pixel, gradientAt(3, g, place), lanes);
        }
        window += 2 * pixel;
        dyPooled += pixel;
        argmax += <usize>O;
      }
    }
    dy += <usize>oh * row;
  }
}

/** Four bytes as integers. */
// @ts-ignore: a decorator of AssemblyScript
@inline
export function loadPlaces(argmax: usize): v128 {
  return i32x4.extend_low_i16x8_u(i16x8.extend_low_i8x16_u(v128.load32_zero(argmax)));
}

/** The gradient of one pixel of the window. */
// @ts-ignore: a decorator of AssemblyScript
@inline
export function gradientAt(pixel: i32, gradient: v128, place: v128): v128 {
  return v128.and(gradient, i32x4.eq(place, i32x4.splat(pixel)));
}
