import { madd } from "./madd";
import { storeLargest } from "./store_largest";

/** As `poolTile`, of images with one channel. There the windows of a row's two pixels have all values
 * but one in common, so each is spread over four lanes once and multiplied twice:
 *
 *     x     s0 s1 s2 s3 …         pixel 0: s0·b[0] + s1·b[1] + …     of two rows of x at a time, one
 *                                 pixel 1: s1·b[0] + s2·b[1] + …     for the pixels above, one below
 *
 * That is 22 loads for the 40 multiply-adds of a row of five taps, instead of 30: the engine checks
 * the bounds of each. At the end of a loop it checks whether to stop, so the taps of a row are none:
 * 10 µs for 11 for 24 × 24 pixels of 16 channels.
 *
 * @param kw from 2 to 5
 * @param wide whether there are 8 channels, else 4, of which `lanes` are stored
 * @param row bytes from a row of x to the next */
// @ts-ignore: a decorator of AssemblyScript
@inline
export function poolTileGrey(
  wide: bool, lanes: i32, x: usize, row: usize, b: usize, kh: i32, kw: i32,
  bias: usize, relu: i32, y: usize, argmax: usize,
): void {
  const zero = f32x4.splat(0);
  let c00 = zero, c10 = zero, c20 = zero, c30 = zero;
  let c01 = zero, c11 = zero, c21 = zero, c31 = zero;
  let b0 = zero, b1 = zero, s1 = zero, t1 = zero;
  for (; kh > 0; kh--) {
    let p = x, q = x + row;
    let s0 = v128.load32_splat(p), t0 = v128.load32_splat(q);
    b0 = v128.load(b); if (wide) b1 = v128.load(b, 16);
    s1 = v128.load32_splat(p, 4);
    c00 = madd(s0, b0, c00); if (wide) c01 = madd(s0, b1, c01);
    c10 = madd(s1, b0, c10); if (wide) c11 = madd(s1, b1, c11);
    t1 = v128.load32_splat(q, 4);
    c20 = madd(t0, b0, c20); if (wide) c21 = madd(t0, b1, c21);
    c30 = madd(t1, b0, c30); if (wide) c31 = madd(t1, b1, c31);

    b0 = wide ? v128.load(b, 32) : v128.load(b, 16); if (wide) b1 = v128.load(b, 48);
    s0 = v128.load32_splat(p, 8);
    c00 = madd(s1, b0, c00); if (wide) c01 = madd(s1, b1, c01);
    c10 = madd(s0, b0, c10); if (wide) c11 = madd(s0, b1, c11);
    t0 = v128.load32_splat(q, 8);
    c20 = madd(t1, b0, c20); if (wide) c21 = madd(t1, b1, c21);
    c30 = madd(t0, b0, c30); if (wide) c31 = madd(t0, b1, c31);
    p += 8; q += 8;
    b += wide ? 64 : 32;
    if (kw > 3) {
      b0 = v128.load(b); if (wide) b1 = v128.load(b, 16);
      s1 = v128.load32_splat(p, 4);
      c00 = madd(s0, b0, c00); if (wide) c01 = madd(s0, b1, c01);
      c10 = madd(s1, b0, c10); if (wide) c11 = madd(s1, b1, c11);
      t1 = v128.load32_splat(q, 4);
      c20 = madd(t0, b0, c20); if (wide) c21 = madd(t0, b1, c21);
      c30 = madd(t1, b0, c30); if (wide) c31 = madd(t1, b1, c31);

      b0 = wide ? v128.load(b, 32) : v128.load(b, 16); if (wide) b1 = v128.load(b, 48);
      s0 = v128.load32_splat(p, 8);
      c00 = madd(s1, b0, c00); if (wide) c01 = madd(s1, b1, c01);
      c10 = madd(s0, b0, c10); if (wide) c11 = madd(s0, b1, c11);
      t0 = v128.load32_splat(q, 8);
      c20 = madd(t1, b0, c20); if (wide) c21 = madd(t1, b1, c21);
      c30 = madd(t0, b0, c30); if (wide) c31 = madd(t0, b1, c31);
      p += 8; q += 8;
      b += wide ? 64 : 32;
    }
    if (kw & 1) {
      b0 = v128.load(b); if (wide) b1 = v128.load(b, 16);
      s1 = v128.load32_splat(p, 4);
      c00 = madd(s0, b0, c00); if (wide) c01 = madd(s0, b1, c01);
      c10 = madd(s1, b0, c10); if (wide) c11 = madd(s1, b1, c11);
      t1 = v128.load32_splat(q, 4);
      c20 = madd(t0, b0, c20); if (wide) c21 = madd(t0, b1, c21);
      c30 = madd(t1, b0, c30); if (wide) c31 = madd(t1, b1, c31);
      b += wide ? 32 : 16;
    }
    x += row;
  }
  storeLargest(c00, c10, c20, c30, bias, relu, y, argmax, lanes);
  if (wide) {
    storeLargest(c01, c11, c21, c31, bias ? bias + 16 : 0, relu, y + 16, argmax ? argmax + 4 : 0, 4);
  }
}
