import { madd } from "./madd";
import { planeBytes } from "./winograd_planes";

/** dx += B·dV·Bᵀ of each tile of 6 × 6 pixels: the adjoint of the input's transform. Tiles overlap by two
 * pixels, so their gradients add up. What a tile has beyond the image belongs to no pixel. */
export function winograd4InputGradient(
  V: usize, dx: usize, images: i32, h: i32, w: i32, C: i32, down: i32, across: i32,
): void {
  const pixel = <usize>C << 2, row = <usize>w * pixel;
  const plane = planeBytes(images * down * across, C);
  for (let n = 0; n < images; n++) {
    for (let i = 0; i < down; i++) {
      for (let j = 0; j < across; j++) {
        let p = dx + <usize>(4 * i) * row + <usize>(4 * j) * pixel;
        for (const end = V + pixel; V < end; V += 16) {
          transformTile(V, plane, p, pixel, row, h - 4 * i, w - 4 * j);
          p += 16;
        }
      }
    }
    dx += <usize>h * row;
  }
}

/** Four channels of one tile: all columns, then all rows.
 *
 * @param rows how many rows of the image there are from here on; columns likewise */
// @ts-ignore: a decorator of AssemblyScript
@inline
function transformTile(
  V: usize, plane: usize, p: usize, pixel: usize, row: usize, rows: i32, columns: i32,
): void {
  const line = 6 * plane;
  const a0 = v128.load(V), a5 = v128.load(V + 5 * line);
  let v1 = v128.load(V + line), v2 = v128.load(V + 2 * line);
  let v3 = v128.load(V + 3 * line), v4 = v128.load(V + 4 * line);
  let even = f32x4.add(v1, v2), odd = f32x4.sub(v2, v1);
  let outer = outerOf(even, v3, v4, a5), inner = innerOf(odd, v3, v4, a0);
  const a1 = f32x4.add(inner, a5), a2 = second(odd, outer, a0);
  const a3 = third(even, inner, a5), a4 = f32x4.add(outer, a0);
  V += plane;
  const b0 = v128.load(V), b5 = v128.load(V + 5 * line);
  v1 = v128.load(V + line); v2 = v128.load(V + 2 * line);
  v3 = v128.load(V + 3 * line); v4 = v128.load(V + 4 * line);
  even = f32x4.add(v1, v2); odd = f32x4.sub(v2, v1);
  outer = outerOf(even, v3, v4, b5); inner = innerOf(odd, v3, v4, b0);
  const b1 = f32x4.add(inner, b5), b2 = second(odd, outer, b0);
  const b3 = third(even, inner, b5), b4 = f32x4.add(outer, b0);
  V += plane;
  const c0 = v128.load(V), c5 = v128.load(V + 5 * line);
  v1 = v128.load(V + line); v2 = v128.load(V + 2 * line);
  v3 = v128.load(V + 3 * line); v4 = v128.load(V + 4 * line);
  even = f32x4.add(v1, v2); odd = f32x4.sub(v2, v1);
  outer = outerOf(even, v3, v4, c5); inner = innerOf(odd, v3, v4, c0);
  const c1 = f32x4.add(inner, c5), c2 = second(odd, outer, c0);
  const c3 = third(even, inner, c5), c4 = f32x4.add(outer, c0);
  V += plane;
  const d0 = v128.load(V), d5 = v128.load(V + 5 * line);
  v1 = v128.load(V + line); v2 = v128.load(V + 2 * line);
  v3 = v128.load(V + 3 * line); v4 = v128.load(V + 4 * line);
  even = f32x4.add(v1, v2); odd = f32x4.sub(v2, v1);
  outer = outerOf(even, v3, v4, d5); inner = innerOf(odd, v3, v4, d0);
  const d1 = f32x4.add(inner, d5), d2 = second(odd, outer, d0);
  const d3 = third(even, inner, d5), d4 = f32x4.add(outer, d0);
  V += plane;
  const e0 = v128.load(V), e5 = v128.load(V + 5 * line);
  v1 = v128.load(V + line); v2 = v128.load(V + 2 * line);
  v3 = v128.load(V + 3 * line); v4 = v128.load(V + 4 * line);
  even = f32x4.add(v1, v2); odd = f32x4.sub(v2, v1);
  outer = outerOf(even, v3, v4, e5); inner = innerOf(odd, v3, v4, e0);
  const e1 = f32x4.add(inner, e5), e2 = second(odd, outer, e0);
  const e3 = third(even, inner, e5), e4 = f32x4.add(outer, e0);
  V += plane;
  const f0 = v128.load(V), f5 = v128.load(V + 5 * line);
  v1 = v128.load(V + line); v2 = v128.load(V + 2 * line);
  v3 = v128.load(V + 3 * line); v4 = v128.load(V + 4 * line);
  even = f32x4.add(v1, v2); odd = f32x4.sub(v2, v1);
  outer = outerOf(even, v3, v4, f5); inner = innerOf(odd, v3, v4, f0);
  const f1 = f32x4.add(inner, f5), f2 = second(odd, outer, f0);
  const f3 = third(even, inner, f5), f4 = f32x4.add(outer, f0);
  addRow(p, pixel, columns, a0, b0, c0, d0, e0, f0);
  addRow(p + row, pixel, columns, a1, b1, c1, d1, e1, f1);
  addRow(p + 2 * row, pixel, columns, a2, b2, c2, d2, e2, f2);
  if (rows < 4) return;
  addRow(p + 3 * row, pixel, columns, a3, b3, c3, d3, e3, f3);
  if (rows < 5) return;
  addRow(p + 4 * row, pixel, columns, a4, b4, c4, d4, e4, f4);
  if (rows < 6) return;
  addRow(p + 5 * row, pixel, columns, a5, b5, c5, d5, e5, f5);
}

/** One row of B·dV, times Bᵀ, added to those of six pixels that there are. */
// @ts-ignore: a decorator of AssemblyScript
@inline
function addRow(
  p: usize, pixel: usize, columns: i32, v0: v128, v1: v128, v2: v128, v3: v128, v4: v128, v5: v128,
): void {
  const even = f32x4.add(v1, v2), odd = f32x4.sub(v2, v1);
  const outer = outerOf(even, v3, v4, v5), inner = innerOf(odd, v3, v4, v0);
  add(p, v0);
  add(p + pixel, f32x4.add(inner, v5));
  add(p + 2 * pixel, second(odd, outer, v0));
  if (columns < 4) return;
  add(p + 3 * pixel, third(even, inner, v5));
  if (columns < 5) return;
  add(p + 4 * pixel, f32x4.add(outer, v0));
  if (columns > 5) add(p + 5 * pixel, v5);
}

// @ts-ignore: a decorator of AssemblyScript
@inline
function add(p: usize, value: v128): void {
  v128.store(p, f32x4.add(v128.load(p), value));
}

/** What pixel 4 gets, and 2 with the other sign: v1 + v2 + v3 + v4 − 3/2 · v5 */
// @ts-ignore: a decorator of AssemblyScript
@inline
function outerOf(even: v128, v3: v128, v4: v128, v5: v128): v128 {
  return madd(f32x4.splat(-1.5), v5, f32x4.add(even, f32x4.add(v3, v4)));
}

/** What pixel 1 gets, and 3 with the other sign: v2 − v1 − 1/2 · v3 + 2 · v4 + 3/2 · v0 */
// @ts-ignore: a decorator of AssemblyScript
@inline
function innerOf(odd: v128, v3: v128, v4: v128, v0: v128): v128 {
  const rest = madd(f32x4.splat(2), v4, madd(f32x4.splat(-0.5), v3, odd));
  return madd(f32x4.splat(1.5), v0, rest);
}

/** 3/2 · (v2 − v1) − outer − 2 · v0 */
// @ts-ignore: a decorator of AssemblyScript
@inline
function second(odd: v128, outer: v128, v0: v128): v128 {
  return madd(f32x4.splat(-2), v0, madd(f32x4.splat(1.5), odd, f32x4.neg(outer)));
}

/** −3/2 · (v1 + v2) − inner − 2 · v5 */
// @ts-ignore: a decorator of AssemblyScript
@inline
function third(even: v128, inner: v128, v5: v128): v128 {
  return madd(f32x4.splat(-2), v5, madd(f32x4.splat(-1.5), even, f32x4.neg(inner)));
}
