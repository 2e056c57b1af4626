import { planeBytes } from "./winograd_planes";

/** dx += B·dV·Bᵀ of each tile: the adjoint of the input's transform. Tiles overlap by two pixels, so
 * their gradients add up. Where a tile sticks out, what belongs to no pixel is 0 and goes to the last.
 */
export function winogradInputGradient(
  V: usize, dx: usize, images: i32, h: i32, w: i32, C: i32, down: i32, across: i32,
): void {
  const pixel = <usize>C << 2, row = <usize>w * pixel;
  const plane = planeBytes(images * down * across, C);
  for (let n = 0; n < images; n++) {
    for (let i = 0; i < down; i++) {
      const below = 2 * i + 3 < h ? 3 * row : 2 * row;
      for (let j = 0; j < across; j++) {
        const right = 2 * j + 3 < w ? 3 * pixel : 2 * pixel;
        let p = dx + <usize>(2 * i) * row + <usize>(2 * j) * pixel;
        for (const end = V + pixel; V < end; V += 16) {
          const q = V + 4 * plane, r = V + 8 * plane, s = V + 12 * plane;
          const v00 = v128.load(V), v01 = v128.load(V + plane);
          const v02 = v128.load(V + 2 * plane), v03 = v128.load(V + 3 * plane);
          const v10 = v128.load(q), v11 = v128.load(q + plane);
          const v12 = v128.load(q + 2 * plane), v13 = v128.load(q + 3 * plane);
          const v20 = v128.load(r), v21 = v128.load(r + plane);
          const v22 = v128.load(r + 2 * plane), v23 = v128.load(r + 3 * plane);
          const v30 = v128.load(s), v31 = v128.load(s + plane);
          const v32 = v128.load(s + 2 * plane), v33 = v128.load(s + 3 * plane);
          addRow(p, pixel, right, v00, v01, v02, v03);
          addRow(
            p + row, pixel, right,
            second(v10, v20, v30), second(v11, v21, v31), second(v12, v22, v32), second(v13, v23, v33),
          );
          addRow(
            p + 2 * row, pixel, right,
            third(v00, v10, v20), third(v01, v11, v21), third(v02, v12, v22), third(v03, v13, v23),
          );
          addRow(
            p + below, pixel, right, f32x4.neg(v30), f32x4.neg(v31), f32x4.neg(v32), f32x4.neg(v33),
          );
          p += 16;
        }
      }
    }
    dx += <usize>h * row;
  }
}

/** One row of B·dV, times Bᵀ, added to four pixels. */
// @ts-ignore: a decorator of AssemblyScript
@inline
function addRow(
  p: usize, pixel: usize, right: usize, a: v128, b: v128, c: v128, d: v128,
): void {
  v128.store(p, f32x4.add(v128.load(p), a));
  v128.store(p + pixel, f32x4.add(v128.load(p + pixel), second(b, c, d)));
  v128.store(p + 2 * pixel, f32x4.add(v128.load(p + 2 * pixel), third(a, b, c)));
  v128.store(p + right, f32x4.sub(v128.load(p + right), d));
}

// @ts-ignore: a decorator of AssemblyScript
@inline
function second(v1: v128, v2: v128, v3: v128): v128 {
  return f32x4.add(f32x4.sub(v1, v2), v3);
}

// @ts-ignore: a decorator of AssemblyScript
@inline
function third(v0: v128, v1: v128, v2: v128): v128 {
  return f32x4.sub(f32x4.add(v1, v2), v0);
}
