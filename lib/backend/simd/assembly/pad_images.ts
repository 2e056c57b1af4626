import { clearFloats, copyFloats } from "./copy_floats";

/** y = x with zeros around it.
 *
 *     y   0 0 0 0 0 0 ┐ top rows, and the left of the first
 *         0 x x x x 0 ┐ what lies between two rows of x is one run of right + left zeros
 *         0 x x x x 0 ┘
 *         0 0 0 0 0 0   the right of the last, and the bottom rows
 */
export function padImages(
  x: usize, y: usize, n: i32, h: i32, w: i32, C: i32, top: i32, left: i32, bottom: i32, right: i32,
): void {
  const row = w * C, padded = (left + w + right) * C;
  const before = top * padded + left * C, between = (right + left) * C;
  const after = right * C + bottom * padded;
  for (let image = 0; image < n; image++) {
    clearFloats(y, before);
    y += <usize>before << 2;
    for (let i = 0; i < h; i++) {
      copyFloats(x, y, row);
      x += <usize>row << 2;
      y += <usize>row << 2;
      const zeros = i < h - 1 ? between : after;
      clearFloats(y, zeros);
      y += <usize>zeros << 2;
    }
  }
}
