import { clearFloats } from "./copy_floats";
import { storeLanes } from "./store_lanes";

/** dx of `maxPool2`: each gradient goes to the pixel that was the largest, all others get 0. */
export function maxPool2Gradient(
  dy: usize, argmax: usize, dx: usize, n: i32, h: i32, w: i32, C: i32,
): void {
  const pixel = <usize>C << 2, row = <usize>w * pixel;
  const rows = h >> 1, columns = w >> 1;
  for (let image = 0; image < n; image++) {
    for (let i = 0; i < rows; i++) {
      let corner = dx + <usize>(2 * i) * row;
      for (let j = 0; j < columns; j++) {
        let c = 0;
        for (; c + 4 <= C; c += 4) {
          const at = <usize>c << 2;
          scatter(dy + at, v128.load32_zero(argmax + c), corner + at, pixel, row, 4);
        }
        if (c < C) {
          const at = <usize>c << 2;
          scatter(dy + at, v128.load32_zero(argmax + c), corner + at, pixel, row, C - c);
        }
        corner += 2 * pixel;
        dy += pixel;
        argmax += C;
      }
      if (w & 1) {
        clearFloats(corner, C);
        clearFloats(corner + row, C);
      }
    }
    if (h & 1) clearFloats(dx + <usize>(h - 1) * row, w * C);
    dx += <usize>h * row;
  }
}

// @ts-ignore: a decorator of AssemblyScript
@inline
function scatter(dy: usize, bytes: v128, dx: usize, pixel: usize, row: usize, lanes: i32): void {
  const place = i32x4.extend_low_i16x8_u(i16x8.extend_low_i8x16_u(bytes));
  const gradient = v128.load(dy);
  storeLanes(dx, v128.and(gradient, i32x4.eq(place, i32x4.splat(0))), lanes);
  storeLanes(dx + pixel, v128.and(gradient, i32x4.eq(place, i32x4.splat(1))), lanes);
  storeLanes(dx + row, v128.and(gradient, i32x4.eq(place, i32x4.splat(2))), lanes);
  storeLanes(dx + row + pixel, v128.and(gradient, i32x4.eq(place, i32x4.splat(3))), lanes);
}
