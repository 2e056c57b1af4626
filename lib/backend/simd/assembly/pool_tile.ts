import { madd } from "./madd";
import { storeLargest } from "./store_largest";

/** A convolution's 2 × 2 output pixels of one pooling window, times 8 (or 4) output channels, and of
 * each channel the largest:
 *
 *     p0 p1 →   c00│c01        the four windows of x overlap: pixel 1 begins one pixel after pixel 0,
 *     p2 p3     c10│c11        pixels 2 and 3 one row below
 *               c20│c21
 *               c30│c31
 *                ↓ largest → y, argmax
 *
 * So what the pool drops never reaches memory. Four steps of one round of the loop share the check of
 * the engine whether to stop, as in multiply_tile.ts; with 16 sums instead of 8, there are not enough
 * registers.
 *
 * @param wide whether there are 8 channels, else 4, of which `lanes` are stored
 * @param row bytes from a row of x to the next; run: of a row of the filter's window; runs: its rows */
// @ts-ignore: a decorator of AssemblyScript
@inline
export function poolTile(
  wide: bool, lanes: i32, x: usize, pixel: usize, row: usize,
  b: usize, run: usize, runs: i32, bias: usize, relu: i32, y: usize, argmax: usize,
): void {
  const zero = f32x4.splat(0);
  let c00 = zero, c10 = zero, c20 = zero, c30 = zero;
  let c01 = zero, c11 = zero, c21 = zero, c31 = zero;
  let p0 = x, p1 = x + pixel, p2 = x + row, p3 = x + row + pixel;
  for (; runs > 0; runs--) {
    const end = p0 + run;
    do {
      let b0 = v128.load(b);
      let b1 = wide ? v128.load(b, 16) : zero;
      let a = v128.load32_splat(p0);
      c00 = madd(a, b0, c00); if (wide) c01 = madd(a, b1, c01);
      a = v128.load32_splat(p1);
      c10 = madd(a, b0, c10); if (wide) c11 = madd(a, b1, c11);
      a = v128.load32_splat(p2);
      c20 = madd(a, b0, c20); if (wide) c21 = madd(a, b1, c21);
      a = v128.load32_splat(p3);
      c30 = madd(a, b0, c30); if (wide) c31 = madd(a, b1, c31);
      p0 += 4; p1 += 4; p2 += 4; p3 += 4;
      b += wide ? 32 : 16;
      if (p0 >= end) break;

      b0 = v128.load(b);
      b1 = wide ? v128.load(b, 16) : zero;
      a = v128.load32_splat(p0);
      c00 = madd(a, b0, c00); if (wide) c01 = madd(a, b1, c01);
      a = v128.load32_splat(p1);
      c10 = madd(a, b0, c10); if (wide) c11 = madd(a, b1, c11);
      a = v128.load32_splat(p2);
      c20 = madd(a, b0, c20); if (wide) c21 = madd(a, b1, c21);
      a = v128.load32_splat(p3);
      c30 = madd(a, b0, c30); if (wide) c31 = madd(a, b1, c31);
      p0 += 4; p1 += 4; p2 += 4; p3 += 4;
      b += wide ? 32 : 16;
      if (p0 >= end) break;

      b0 = v128.load(b);
      b1 = wide ? v128.load(b, 16) : zero;
      a = v128.load32_splat(p0);
      c00 = madd(a, b0, c00); if (wide) c01 = madd(a, b1, c01);
      a = v128.load32_splat(p1);
      c10 = madd(a, b0, c10); if (wide) c11 = madd(a, b1, c11);
      a = v128.load32_splat(p2);
      c20 = madd(a, b0, c20); if (wide) c21 = madd(a, b1, c21);
      a = v128.load32_splat(p3);
      c30 = madd(a, b0, c30); if (wide) c31 = madd(a, b1, c31);
      p0 += 4; p1 += 4; p2 += 4; p3 += 4;
      b += wide ? 32 : 16;
      if (p0 >= end) break;

      b0 = v128.load(b);
      b1 = wide ? v128.load(b, 16) : zero;
      a = v128.load32_splat(p0);
      c00 = madd(a, b0, c00); if (wide) c01 = madd(a, b1, c01);
      a = v128.load32_splat(p1);
      c10 = madd(a, b0, c10); if (wide) c11 = madd(a, b1, c11);
      a = v128.load32_splat(p2);
      c20 = madd(a, b0, c20); if (wide) c21 = madd(a, b1, c21);
      a = v128.load32_splat(p3);
      c30 = madd(a, b0, c30); if (wide) c31 = madd(a, b1, c31);
      p0 += 4; p1 += 4; p2 += 4; p3 += 4;
      b += wide ? 32 : 16;
    } while (p0 < end);
    const skip = row - run;
    p0 += skip; p1 += skip; p2 += skip; p3 += skip;
  }
  storeLargest(c00, c10, c20, c30, bias, relu, y, argmax, lanes);
  if (wide) {
    storeLargest(c01, c11, c21, c31, bias ? bias + 16 : 0, relu, y + 16, argmax ? argmax + 4 : 0, 4);
  }
}
