import { madd } from "./madd";
import { storeLargest } from "./store_largest";

/** A convolution's 2 × 2 output pixels of one pooling window, times 16 (8, or 4) output channels, and
 * of each channel the largest:
 *
 *     p0 p1 →   c00│c01│c02│c03        the four windows of x overlap: pixel 1 begins one pixel
 *     p2 p3     c10│…                  after pixel 0, pixels 2 and 3 one row below
 *               …      ↓ largest → y, argmax
 *
 * So what the pool drops never reaches memory.
 *
 * @param vectors how many times four channels: 4, 2 or 1
 * @param second bytes from the panel of the first 8 channels to that of the next 8
 * @param row bytes from a row of x to the next; run: of a row of the filter's window; runs: its rows */
// @ts-ignore: a decorator of AssemblyScript
@inline
export function poolTile(
  vectors: i32, lanes: i32, x: usize, pixel: usize, row: usize,
  b: usize, second: usize, run: usize, runs: i32,
  bias: usize, relu: i32, y: usize, argmax: usize,
): void {
  const zero = f32x4.splat(0);
  let c00 = zero, c01 = zero, c02 = zero, c03 = zero;
  let c10 = zero, c11 = zero, c12 = zero, c13 = zero;
  let c20 = zero, c21 = zero, c22 = zero, c23 = zero;
  let c30 = zero, c31 = zero, c32 = zero, c33 = zero;
  let p0 = x, p1 = x + pixel, p2 = x + row, p3 = x + row + pixel, far = b + second;
  for (; runs > 0; runs--) {
    const end = p0 + run;
    do {
      const b0 = v128.load(b), b1 = vectors > 1 ? v128.load(b, 16) : zero;
      const b2 = vectors > 2 ? v128.load(far) : zero, b3 = vectors > 2 ? v128.load(far, 16) : zero;
      let a = v128.load32_splat(p0);
      c00 = madd(a, b0, c00); if (vectors > 1) c01 = madd(a, b1, c01);
      if (vectors > 2) { c02 = madd(a, b2, c02); c03 = madd(a, b3, c03); }
      a = v128.load32_splat(p1);
      c10 = madd(a, b0, c10); if (vectors > 1) c11 = madd(a, b1, c11);
      if (vectors > 2) { c12 = madd(a, b2, c12); c13 = madd(a, b3, c13); }
      a = v128.load32_splat(p2);
      c20 = madd(a, b0, c20); if (vectors > 1) c21 = madd(a, b1, c21);
      if (vectors > 2) { c22 = madd(a, b2, c22); c23 = madd(a, b3, c23); }
      a = v128.load32_splat(p3);
      c30 = madd(a, b0, c30); if (vectors > 1) c31 = madd(a, b1, c31);
      if (vectors > 2) { c32 = madd(a, b2, c32); c33 = madd(a, b3, c33); }
      p0 += 4; p1 += 4; p2 += 4; p3 += 4;
      b += vectors > 1 ? 32 : 16;
      if (vectors > 2) far += 32;
    } while (p0 < end);
    const skip = row - run;
    p0 += skip; p1 += skip; p2 += skip; p3 += skip;
  }
  storeLargest(c00, c10, c20, c30, bias, relu, y, argmax, lanes);
  const next = bias ? bias + 16 : 0;
  if (vectors > 1) storeLargest(c01, c11, c21, c31, next, relu, y + 16, argmax + 4, 4);
  if (vectors > 2) {
    const third = bias ? bias + 32 : 0, fourth = bias ? bias + 48 : 0;
    storeLargest(c02, c12, c22, c32, third, relu, y + 32, argmax + 8, 4);
    storeLargest(c03, c13, c23, c33, fourth, relu, y + 48, argmax + 12, 4);
  }
}
