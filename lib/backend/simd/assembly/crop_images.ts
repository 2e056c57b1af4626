import { copyFloats } from "./copy_floats";

/** y = the part of x from row `top` and column `left` on, oh × ow pixels. */
export function cropImages(
  x: usize, y: usize, n: i32, h: i32, w: i32, C: i32, top: i32, left: i32, oh: i32, ow: i32,
): void {
  const pixel = <usize>C << 2, row = <usize>w * pixel, kept = <usize>ow * pixel;
  x += <usize>top * row + <usize>left * pixel;
  for (let image = 0; image < n; image++) {
    let from = x;
    for (let i = 0; i < oh; i++) {
      copyFloats(from, y, ow * C);
      from += row;
      y += kept;
    }
    x += <usize>h * row;
  }
}
