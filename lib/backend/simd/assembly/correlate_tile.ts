import { madd } from "./madd";
import { storeLanes } from "./store_lanes";

/** Six (or four) places of the filter times 8 (or 4) output channels of its gradient: pixel after
 * pixel, one value of x for each place is spread over four lanes and multiplied with dy.
 *
 *     dw, places of the      dy of the pixel
 *     filter's window          [b0│b1]
 *     x0 (this pixel's) →      c00│c01 → d0       x0 to x5 move together from pixel to pixel,
 *     x1                →      c10│c11 → d1       dy beside them
 *     …                           …
 *
 * Four pixels in one round of the loop share the check of the engine whether to stop, as in
 * multiply_tile.ts: 2 % of a training step.
 *
 * @param six whether there are six places, else four
 * @param wide whether there are 8 output channels, else `lanes`
 * @param x0 … the places in the window of the first pixel; d0 … those in dw, which are added to
 * @param pixel bytes from a pixel of x to the next; dyPixel of dy */
// @ts-ignore: a decorator of AssemblyScript
@inline
export function correlateTile(
  six: bool, wide: bool, lanes: i32,
  x0: usize, x1: usize, x2: usize, x3: usize, x4: usize, x5: usize, dy: usize,
  d0: usize, d1: usize, d2: usize, d3: usize, d4: usize, d5: usize,
  images: i32, oh: i32, ow: i32,
  pixel: usize, rowSkip: usize, imageSkip: usize, dyPixel: usize,
): void {
  const zero = f32x4.splat(0), row = <usize>ow * dyPixel;
  let c00 = v128.load(d0), c10 = v128.load(d1), c20 = v128.load(d2), c30 = v128.load(d3);
  let c40 = six ? v128.load(d4) : zero, c50 = six ? v128.load(d5) : zero;
  let c01 = zero, c11 = zero, c21 = zero, c31 = zero, c41 = zero, c51 = zero;
  if (wide) {
    c01 = v128.load(d0, 16); c11 = v128.load(d1, 16); c21 = v128.load(d2, 16);
    c31 = v128.load(d3, 16);
    if (six) { c41 = v128.load(d4, 16); c51 = v128.load(d5, 16); }
  }
  for (let n = 0; n < images; n++) {
    for (let v = 0; v < oh; v++) {
      const end = dy + row;
      do {
        let b0 = v128.load(dy);
        let b1 = wide ? v128.load(dy, 16) : zero;
        let a = v128.load32_splat(x0);
        c00 = madd(a, b0, c00); if (wide) c01 = madd(a, b1, c01);
        a = v128.load32_splat(x1);
        c10 = madd(a, b0, c10); if (wide) c11 = madd(a, b1, c11);
        a = v128.load32_splat(x2);
        c20 = madd(a, b0, c20); if (wide) c21 = madd(a, b1, c21);
        a = v128.load32_splat(x3);
        c30 = madd(a, b0, c30); if (wide) c31 = madd(a, b1, c31);
        if (six) {
          a = v128.load32_splat(x4);
          c40 = madd(a, b0, c40); if (wide) c41 = madd(a, b1, c41);
          a = v128.load32_splat(x5);
          c50 = madd(a, b0, c50); if (wide) c51 = madd(a, b1, c51);
        }
        x0 += pixel; x1 += pixel; x2 += pixel; x3 += pixel; x4 += pixel; x5 += pixel;
        dy += dyPixel;
        if (dy >= end) break;

        b0 = v128.load(dy);
        b1 = wide ? v128.load(dy, 16) : zero;
        a = v128.load32_splat(x0);
        c00 = madd(a, b0, c00); if (wide) c01 = madd(a, b1, c01);
        a = v128.load32_splat(x1);
        c10 = madd(a, b0, c10); if (wide) c11 = madd(a, b1, c11);
        a = v128.load32_splat(x2);
        c20 = madd(a, b0, c20); if (wide) c21 = madd(a, b1, c21);
        a = v128.load32_splat(x3);
        c30 = madd(a, b0, c30); if (wide) c31 = madd(a, b1, c31);
        if (six) {
          a = v128.load32_splat(x4);
          c40 = madd(a, b0, c40); if (wide) c41 = madd(a, b1, c41);
          a = v128.load32_splat(x5);
          c50 = madd(a, b0, c50); if (wide) c51 = madd(a, b1, c51);
        }
        x0 += pixel; x1 += pixel; x2 += pixel; x3 += pixel; x4 += pixel; x5 += pixel;
        dy += dyPixel;
        if (dy >= end) break;

        b0 = v128.load(dy);
        b1 = wide ? v128.load(dy, 16) : zero;
        a = v128.load32_splat(x0);
        c00 = madd(a, b0, c00); if (wide) c01 = madd(a, b1, c01);
        a = v128.load32_splat(x1);
        c10 = madd(a, b0, c10); if (wide) c11 = madd(a, b1, c11);
        a = v128.load32_splat(x2);
        c20 = madd(a, b0, c20); if (wide) c21 = madd(a, b1, c21);
        a = v128.load32_splat(x3);
        c30 = madd(a, b0, c30); if (wide) c31 = madd(a, b1, c31);
        if (six) {
          a = v128.load32_splat(x4);
          c40 = madd(a, b0, c40); if (wide) c41 = madd(a, b1, c41);
          a = v128.load32_splat(x5);
          c50 = madd(a, b0, c50); if (wide) c51 = madd(a, b1, c51);
        }
        x0 += pixel; x1 += pixel; x2 += pixel; x3 += pixel; x4 += pixel; x5 += pixel;
        dy += dyPixel;
        if (dy >= end) break;

        b0 = v128.load(dy);
        b1 = wide ? v128.load(dy, 16) : zero;
        a = v128.load32_splat(x0);
        c00 = madd(a, b0, c00); if (wide) c01 = madd(a, b1, c01);
        a = v128.load32_splat(x1);
        c10 = madd(a, b0, c10); if (wide) c11 = madd(a, b1, c11);
        a = v128.load32_splat(x2);
        c20 = madd(a, b0, c20); if (wide) c21 = madd(a, b1, c21);
        a = v128.load32_splat(x3);
        c30 = madd(a, b0, c30); if (wide) c31 = madd(a, b1, c31);
        if (six) {
          a = v128.load32_splat(x4);
          c40 = madd(a, b0, c40); if (wide) c41 = madd(a, b1, c41);
          a = v128.load32_splat(x5);
          c50 = madd(a, b0, c50); if (wide) c51 = madd(a, b1, c51);
        }
        x0 += pixel; x1 += pixel; x2 += pixel; x3 += pixel; x4 += pixel; x5 += pixel;
        dy += dyPixel;
      } while (dy < end);
      x0 += rowSkip; x1 += rowSkip; x2 += rowSkip; x3 += rowSkip; x4 += rowSkip; x5 += rowSkip;
    }
    x0 += imageSkip; x1 += imageSkip; x2 += imageSkip;
    x3 += imageSkip; x4 += imageSkip; x5 += imageSkip;
  }
  if (wide) {
    v128.store(d0, c00); v128.store(d1, c10); v128.store(d2, c20); v128.store(d3, c30);
    v128.store(d0, c01, 16); v128.store(d1, c11, 16); v128.store(d2, c21, 16);
    v128.store(d3, c31, 16);
    if (six) {
      v128.store(d4, c40); v128.store(d5, c50);
      v128.store(d4, c41, 16); v128.store(d5, c51, 16);
    }
  } else {
    storeLanes(d0, c00, lanes); storeLanes(d1, c10, lanes);
    storeLanes(d2, c20, lanes); storeLanes(d3, c30, lanes);
    if (six) { storeLanes(d4, c40, lanes); storeLanes(d5, c50, lanes); }
  }
}
