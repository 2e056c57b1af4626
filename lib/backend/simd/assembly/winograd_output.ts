import { storeLargest } from "./store_largest";
import { planeBytes } from "./winograd_planes";

/** y = Aᵀ·M·A of each tile, its 2 × 2 output pixels, or the largest of them:
 *
 *     Aᵀ = ⎡ 1  1  1  0 ⎤
 *          ⎣ 0  1 −1 −1 ⎦
 *
 * Pixels of a tile that sticks out are left out.
 *
 * @param argmax 0: no pooling */
export function winogradOutput(
  M: usize, bias: usize, y: usize, argmax: usize, images: i32, oh: i32, ow: i32, O: i32,
  down: i32, across: i32, relu: i32,
): void {
  const pixel = <usize>O << 2, row = <usize>ow * pixel, zero = f32x4.splat(0);
  const plane = planeBytes(images * down * across, O);
  for (let n = 0; n < images; n++) {
    for (let i = 0; i < down; i++) {
      const isBelow = 2 * i + 1 < oh;
      for (let j = 0; j < across; j++) {
        const isRight = 2 * j + 1 < ow;
        let target = y + <usize>(2 * i) * row + <usize>(2 * j) * pixel;
        let b = bias;
        for (const end = M + pixel; M < end; M += 16) {
          const q = M + 4 * plane, r = M + 8 * plane, s = M + 12 * plane;
          const m10 = v128.load(q), m20 = v128.load(r);
          const m11 = v128.load(q + plane), m21 = v128.load(r + plane);
          const m12 = v128.load(q + 2 * plane), m22 = v128.load(r + 2 * plane);
          const m13 = v128.load(q + 3 * plane), m23 = v128.load(r + 3 * plane);
          const t00 = f32x4.add(f32x4.add(v128.load(M), m10), m20);
          const t01 = f32x4.add(f32x4.add(v128.load(M + plane), m11), m21);
          const t02 = f32x4.add(f32x4.add(v128.load(M + 2 * plane), m12), m22);
          const t03 = f32x4.add(f32x4.add(v128.load(M + 3 * plane), m13), m23);
          const t10 = f32x4.sub(f32x4.sub(m10, m20), v128.load(s));
          const t11 = f32x4.sub(f32x4.sub(m11, m21), v128.load(s + plane));
          const t12 = f32x4.sub(f32x4.sub(m12, m22), v128.load(s + 2 * plane));
          const t13 = f32x4.sub(f32x4.sub(m13, m23), v128.load(s + 3 * plane));
          const y00 = f32x4.add(f32x4.add(t00, t01), t02);
          const y01 = f32x4.sub(f32x4.sub(t01, t02), t03);
          const y10 = f32x4.add(f32x4.add(t10, t11), t12);
          const y11 = f32x4.sub(f32x4.sub(t11, t12), t13);
          if (argmax) {
            storeLargest(y00, y01, y10, y11, b, relu, y, argmax, 4);
            y += 16;
            argmax += 4;
          } else {
            const shift = b ? v128.load(b) : zero;
            storeShifted(target, y00, shift, relu);
            if (isRight) storeShifted(target + pixel, y01, shift, relu);
            if (isBelow) storeShifted(target + row, y10, shift, relu);
            if (isBelow && isRight) storeShifted(target + row + pixel, y11, shift, relu);
            target += 16;
          }
          if (b) b += 16;
        }
      }
    }
    if (!argmax) y += <usize>oh * row;
  }
}

/** Adds the bias, cuts off at 0 where `relu` says so, and stores. */
// @ts-ignore: a decorator of AssemblyScript
@inline
function storeShifted(target: usize, value: v128, shift: v128, relu: i32): void {
  const sum = f32x4.add(value, shift);
  v128.store(target, relu ? f32x4.pmax(sum, f32x4.splat(0)) : sum);
}
