import { madd } from "./madd";
import { planeBytes } from "./winograd_planes";

/** V = Bᵀ·x·B of each tile of 6 × 6 pixels, tiles numbered through `images` images:
 *
 *          ⎡ 1  3/2  −2  −3/2   1   0 ⎤
 *          ⎢ 0  −1 −5/2  −1/2   1   0 ⎥
 *     Bᵀ = ⎢ 0   1  1/2  −5/2   1   0 ⎥
 *          ⎢ 0 −1/2  −1   1/2   1   0 ⎥
 *          ⎢ 0   2   −1   −2    1   0 ⎥
 *          ⎣ 0   1  3/2   −2  −3/2  1 ⎦
 *
 * Where a tile sticks out of the image, its last row (or column) is read again: it reaches only output
 * pixels that are not there. */
export function winograd4Input(
  x: usize, V: usize, images: i32, h: i32, w: i32, C: i32, down: i32, across: i32,
): void {
  const pixel = <usize>C << 2, row = <usize>w * pixel;
  const plane = planeBytes(images * down * across, C);
  for (let n = 0; n < images; n++) {
    for (let i = 0; i < down; i++) {
      const rows = h - 1 - 4 * i; // below the first
      const r3 = <usize>min(rows, 3) * row, r4 = <usize>min(rows, 4) * row;
      const r5 = <usize>min(rows, 5) * row;
      for (let j = 0; j < across; j++) {
        const columns = w - 1 - 4 * j;
        const c3 = <usize>min(columns, 3) * pixel, c4 = <usize>min(columns, 4) * pixel;
        const c5 = <usize>min(columns, 5) * pixel;
        let p = x + <usize>(4 * i) * row + <usize>(4 * j) * pixel;
        for (const end = V + pixel; V < end; V += 16) {
          transformTile(p, row, 2 * row, r3, r4, r5, pixel, 2 * pixel, c3, c4, c5, V, plane);
          p += 16;
        }
      }
    }
    x += <usize>h * row;
  }
}

/** Four channels of one tile: all columns, then all rows. */
// @ts-ignore: a decorator of AssemblyScript
@inline
function transformTile(
  p: usize, r1: usize, r2: usize, r3: usize, r4: usize, r5: usize,
  s1: usize, s2: usize, s3: usize, s4: usize, s5: usize, V: usize, plane: usize,
): void {
  const q1 = p + r1, q2 = p + r2, q3 = p + r3, q4 = p + r4, q5 = p + r5;
  let d0 = v128.load(p), d1 = v128.load(q1), d2 = v128.load(q2);
  let d3 = v128.load(q3), d4 = v128.load(q4), d5 = v128.load(q5);
  const a0 = first(d0, d1, d2, d3, d4), a1 = second(d1, d2, d3, d4), a2 = third(d1, d2, d3, d4);
  const a3 = fourth(d1, d2, d3, d4), a4 = fifth(d1, d2, d3, d4), a5 = sixth(d1, d2, d3, d4, d5);
  d0 = v128.load(p + s1); d1 = v128.load(q1 + s1); d2 = v128.load(q2 + s1);
  d3 = v128.load(q3 + s1); d4 = v128.load(q4 + s1); d5 = v128.load(q5 + s1);
  const b0 = first(d0, d1, d2, d3, d4), b1 = second(d1, d2, d3, d4), b2 = third(d1, d2, d3, d4);
  const b3 = fourth(d1, d2, d3, d4), b4 = fifth(d1, d2, d3, d4), b5 = sixth(d1, d2, d3, d4, d5);
  d0 = v128.load(p + s2); d1 = v128.load(q1 + s2); d2 = v128.load(q2 + s2);
  d3 = v128.load(q3 + s2); d4 = v128.load(q4 + s2); d5 = v128.load(q5 + s2);
  const c0 = first(d0, d1, d2, d3, d4), c1 = second(d1, d2, d3, d4), c2 = third(d1, d2, d3, d4);
  const c3 = fourth(d1, d2, d3, d4), c4 = fifth(d1, d2, d3, d4), c5 = sixth(d1, d2, d3, d4, d5);
  d0 = v128.load(p + s3); d1 = v128.load(q1 + s3); d2 = v128.load(q2 + s3);
  d3 = v128.load(q3 + s3); d4 = v128.load(q4 + s3); d5 = v128.load(q5 + s3);
  const e0 = first(d0, d1, d2, d3, d4), e1 = second(d1, d2, d3, d4), e2 = third(d1, d2, d3, d4);
  const e3 = fourth(d1, d2, d3, d4), e4 = fifth(d1, d2, d3, d4), e5 = sixth(d1, d2, d3, d4, d5);
  d0 = v128.load(p + s4); d1 = v128.load(q1 + s4); d2 = v128.load(q2 + s4);
  d3 = v128.load(q3 + s4); d4 = v128.load(q4 + s4); d5 = v128.load(q5 + s4);
  const f0 = first(d0, d1, d2, d3, d4), f1 = second(d1, d2, d3, d4), f2 = third(d1, d2, d3, d4);
  const f3 = fourth(d1, d2, d3, d4), f4 = fifth(d1, d2, d3, d4), f5 = sixth(d1, d2, d3, d4, d5);
  d0 = v128.load(p + s5); d1 = v128.load(q1 + s5); d2 = v128.load(q2 + s5);
  d3 = v128.load(q3 + s5); d4 = v128.load(q4 + s5); d5 = v128.load(q5 + s5);
  const g0 = first(d0, d1, d2, d3, d4), g1 = second(d1, d2, d3, d4), g2 = third(d1, d2, d3, d4);
  const g3 = fourth(d1, d2, d3, d4), g4 = fifth(d1, d2, d3, d4), g5 = sixth(d1, d2, d3, d4, d5);
  storeRow(V, plane, a0, b0, c0, e0, f0, g0);
  storeRow(V + 6 * plane, plane, a1, b1, c1, e1, f1, g1);
  storeRow(V + 12 * plane, plane, a2, b2, c2, e2, f2, g2);
  storeRow(V + 18 * plane, plane, a3, b3, c3, e3, f3, g3);
  storeRow(V + 24 * plane, plane, a4, b4, c4, e4, f4, g4);
  storeRow(V + 30 * plane, plane, a5, b5, c5, e5, f5, g5);
}

/** One row of Bᵀ·x, times B: six places. */
// @ts-ignore: a decorator of AssemblyScript
@inline
function storeRow(
  V: usize, plane: usize, d0: v128, d1: v128, d2: v128, d3: v128, d4: v128, d5: v128,
): void {
  v128.store(V, first(d0, d1, d2, d3, d4));
  v128.store(V + plane, second(d1, d2, d3, d4));
  v128.store(V + 2 * plane, third(d1, d2, d3, d4));
  v128.store(V + 3 * plane, fourth(d1, d2, d3, d4));
  v128.store(V + 4 * plane, fifth(d1, d2, d3, d4));
  v128.store(V + 5 * plane, sixth(d1, d2, d3, d4, d5));
}

/** d0 + 3/2 · (d1 − d3) − 2 · d2 + d4 */
// @ts-ignore: a decorator of AssemblyScript
@inline
function first(d0: v128, d1: v128, d2: v128, d3: v128, d4: v128): v128 {
  const rest = madd(f32x4.splat(-2), d2, f32x4.add(d0, d4));
  return madd(f32x4.splat(1.5), f32x4.sub(d1, d3), rest);
}

/** (d4 − d2 − 3/2 · d3) − (d1 − d3 + 3/2 · d2) */
// @ts-ignore: a decorator of AssemblyScript
@inline
function second(d1: v128, d2: v128, d3: v128, d4: v128): v128 {
  return f32x4.sub(even(d2, d3, d4), odd(d1, d2, d3));
}

/** (d4 − d2 − 3/2 · d3) + (d1 − d3 + 3/2 · d2) */
// @ts-ignore: a decorator of AssemblyScript
@inline
function third(d1: v128, d2: v128, d3: v128, d4: v128): v128 {
  return f32x4.add(even(d2, d3, d4), odd(d1, d2, d3));
}

// @ts-ignore: a decorator of AssemblyScript
@inline
function even(d2: v128, d3: v128, d4: v128): v128 {
  return madd(f32x4.splat(-1.5), d3, f32x4.sub(d4, d2));
}

// @ts-ignore: a decorator of AssemblyScript
@inline
function odd(d1: v128, d2: v128, d3: v128): v128 {
  return madd(f32x4.splat(1.5), d2, f32x4.sub(d1, d3));
}

/** (d4 − d2) − 1/2 · (d1 − d3) */
// @ts-ignore: a decorator of AssemblyScript
@inline
function fourth(d1: v128, d2: v128, d3: v128, d4: v128): v128 {
  return madd(f32x4.splat(-0.5), f32x4.sub(d1, d3), f32x4.sub(d4, d2));
}

/** (d4 − d2) + 2 · (d1 − d3) */
// @ts-ignore: a decorator of AssemblyScript
@inline
function fifth(d1: v128, d2: v128, d3: v128, d4: v128): v128 {
  return madd(f32x4.splat(2), f32x4.sub(d1, d3), f32x4.sub(d4, d2));
}

/** d1 + d5 − 2 · d3 − 3/2 · (d4 − d2) */
// @ts-ignore: a decorator of AssemblyScript
@inline
function sixth(d1: v128, d2: v128, d3: v128, d4: v128, d5: v128): v128 {
  const rest = madd(f32x4.splat(-2), d3, f32x4.add(d1, d5));
  return madd(f32x4.splat(-1.5), f32x4.sub(d4, d2), rest);
}
