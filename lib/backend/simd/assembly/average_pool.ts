import { storeLanes } from "./store_lanes";

/** The mean of each 2 × 2 pixels; where the size is odd, the last row or column is left out. */
export function averagePool2(x: usize, y: usize, n: i32, h: i32, w: i32, C: i32): void {
  const pixel = <usize>C << 2, row = <usize>w * pixel;
  const rows = h >> 1, columns = w >> 1;
  for (let image = 0; image < n; image++) {
    for (let i = 0; i < rows; i++) {
      let corner = x + <usize>(2 * i) * row;
      for (let j = 0; j < columns; j++) {
        for (let c = 0; c < C; c += 4) {
          const at = corner + (<usize>c << 2);
          const upper = f32x4.add(v128.load(at), v128.load(at + pixel));
          const lower = f32x4.add(v128.load(at + row), v128.load(at + row + pixel));
          const mean = f32x4.mul(f32x4.add(upper, lower), f32x4.splat(0.25));
          storeLanes(y + (<usize>c << 2), mean, min(C - c, 4));
        }
        corner += 2 * pixel;
        y += pixel;
      }
    }
    x += <usize>h * row;
  }
}
