import { planeBytes } from "./winograd_planes";

/** V = Bᵀ·x·B of each tile, tiles numbered through `images` images:
 *
 *          ⎡ 1  0 −1  0 ⎤
 *     Bᵀ = ⎢ 0  1  1  0 ⎥
 *          ⎢ 0 −1  1  0 ⎥
 *          ⎣ 0  1  0 −1 ⎦
 *
 * Where a tile sticks out of the image, its last row (or column) is read a second time: it reaches
 * only output pixels that are not there. */
export function winogradInput(
  x: usize, V: usize, images: i32, h: i32, w: i32, C: i32, down: i32, across: i32,
): void {
  const pixel = <usize>C << 2, row = <usize>w * pixel;
  const plane = planeBytes(images * down * across, C);
  for (let n = 0; n < images; n++) {
    for (let i = 0; i < down; i++) {
      const below = 2 * i + 3 < h ? 3 * row : 2 * row;
      for (let j = 0; j < across; j++) {
        const right = 2 * j + 3 < w ? 3 * pixel : 2 * pixel;
        let p = x + <usize>(2 * i) * row + <usize>(2 * j) * pixel;
        for (const end = V + pixel; V < end; V += 16) {
          const q = p + row, r = p + 2 * row, s = p + below;
          const x10 = v128.load(q), x20 = v128.load(r);
          const x11 = v128.load(q + pixel), x21 = v128.load(r + pixel);
          const x12 = v128.load(q + 2 * pixel), x22 = v128.load(r + 2 * pixel);
          const x13 = v128.load(q + right), x23 = v128.load(r + right);
          storeRow(
            V, plane,
            f32x4.sub(v128.load(p), x20), f32x4.sub(v128.load(p + pixel), x21),
            f32x4.sub(v128.load(p + 2 * pixel), x22), f32x4.sub(v128.load(p + right), x23),
          );
          storeRow(
            V + 4 * plane, plane,
            f32x4.add(x10, x20), f32x4.add(x11, x21), f32x4.add(x12, x22), f32x4.add(x13, x23),
          );
          storeRow(
            V + 8 * plane, plane,
            f32x4.sub(x20, x10), f32x4.sub(x21, x11), f32x4.sub(x22, x12), f32x4.sub(x23, x13),
          );
          storeRow(
            V + 12 * plane, plane,
            f32x4.sub(x10, v128.load(s)), f32x4.sub(x11, v128.load(s + pixel)),
            f32x4.sub(x12, v128.load(s + 2 * pixel)), f32x4.sub(x13, v128.load(s + right)),
          );
          p += 16;
        }
      }
    }
    x += <usize>h * row;
  }
}

/** One row of Bᵀ·x, times B: four places. */
// @ts-ignore: a decorator of AssemblyScript
@inline
function storeRow(V: usize, plane: usize, a: v128, b: v128, c: v128, d: v128): void {
  v128.store(V, f32x4.sub(a, c));
  v128.store(V + plane, f32x4.add(b, c));
  v128.store(V + 2 * plane, f32x4.sub(c, b));
  v128.store(V + 3 * plane, f32x4.sub(b, d));
}
