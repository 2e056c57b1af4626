import { gradientAt, loadPlaces } from "./unpool";
import { planeBytes } from "./winograd_planes";

/** D = A·dy·Aᵀ of each tile: the adjoint of the output's transform. Pixels that a tile has beyond the
 * output count as 0.
 *
 * @param argmax 0: no pooling; else dy is the pooled gradient, and one pixel of each window gets it */
export function winogradOutputGradient(
  dy: usize, argmax: usize, D: usize, images: i32, oh: i32, ow: i32, O: i32, down: i32, across: i32,
): void {
  const pixel = <usize>O << 2, row = <usize>ow * pixel, zero = f32x4.splat(0);
  const plane = planeBytes(images * down * across, O);
  for (let n = 0; n < images; n++) {
    for (let i = 0; i < down; i++) {
      const isBelow = 2 * i + 1 < oh;
      for (let j = 0; j < across; j++) {
        const isRight = 2 * j + 1 < ow;
        let from = dy + <usize>(2 * i) * row + <usize>(2 * j) * pixel;
        for (const end = D + pixel; D < end; D += 16) {
          let d00: v128, d01: v128, d10: v128, d11: v128;
          if (argmax) {
            const g = v128.load(dy), place = loadPlaces(argmax);
            d00 = gradientAt(0, g, place); d01 = gradientAt(1, g, place);
            d10 = gradientAt(2, g, place); d11 = gradientAt(3, g, place);
            dy += 16;
            argmax += 4;
          } else {
            d00 = v128.load(from);
            d01 = isRight ? v128.load(from + pixel) : zero;
            d10 = isBelow ? v128.load(from + row) : zero;
            d11 = isBelow && isRight ? v128.load(from + row + pixel) : zero;
            from += 16;
          }
          storeRow(D, plane, d00, d01);
          storeRow(D + 4 * plane, plane, f32x4.add(d00, d10), f32x4.add(d01, d11));
          storeRow(D + 8 * plane, plane, f32x4.sub(d00, d10), f32x4.sub(d01, d11));
          storeRow(D + 12 * plane, plane, f32x4.neg(d10), f32x4.neg(d11));
        }
      }
    }
    if (!argmax) dy += <usize>oh * row;
  }
}

/** One row of A·dy, times Aᵀ: four places. */
// @ts-ignore: a decorator of AssemblyScript
@inline
function storeRow(D: usize, plane: usize, a: v128, b: v128): void {
  v128.store(D, a);
  v128.store(D + plane, f32x4.add(a, b));
  v128.store(D + 2 * plane, f32x4.sub(a, b));
  v128.store(D + 3 * plane, f32x4.neg(b));
}
