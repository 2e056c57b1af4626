import { clearFloats } from "./copy_floats";
import { storeLanes } from "./store_lanes";

/** dx of `averagePool2`: a quarter of each gradient goes to each of its four pixels. */
export function averagePool2Gradient(dy: usize, dx: usize, n: i32, h: i32, w: i32, C: i32): void {
  const pixel = <usize>C << 2, row = <usize>w * pixel;
  const rows = h >> 1, columns = w >> 1;
  for (let image = 0; image < n; image++) {
    for (let i = 0; i < rows; i++) {
      let corner = dx + <usize>(2 * i) * row;
      for (let j = 0; j < columns; j++) {
        for (let c = 0; c < C; c += 4) {
          const at = corner + (<usize>c << 2), lanes = min(C - c, 4);
          const share = f32x4.mul(v128.load(dy + (<usize>c << 2)), f32x4.splat(0.25));
          storeLanes(at, share, lanes);
          storeLanes(at + pixel, share, lanes);
          storeLanes(at + row, share, lanes);
          storeLanes(at + row + pixel, share, lanes);
        }
        corner += 2 * pixel;
        dy += pixel;
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
