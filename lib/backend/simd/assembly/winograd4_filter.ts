import { madd } from "./madd";
import { inPanel, panelWidth, storePlace } from "./winograd_filter";

/** Transforms a 3 × 3 filter: U = G·g·Gᵀ, 36 planes [C, O], each packed as `packFilter` does; and UT, if
 * it is wanted, the same transposed, as the gradient to the input needs it.
 *
 *         ⎡   1      0      0   ⎤
 *         ⎢ −1/3   −1/3   −1/3  ⎥
 *     G = ⎢  1/3   −1/3    1/3  ⎥
 *         ⎢  1/15   2/15   4/15 ⎥
 *         ⎢−16/15   8/15  −4/15 ⎥
 *         ⎣   0      0      1   ⎦
 */
export function winograd4Filter(filter: usize, U: usize, UT: usize, C: i32, O: i32): void {
  const tap = <usize>(C * O) << 2;
  for (let c = 0; c < C; c++) {
    for (let o = 0; o < O; o += 4) {
      const p = filter + (<usize>(c * O + o) << 2), q = p + 3 * tap, r = p + 6 * tap;
      const u = U + inPanel(c, o, C, O), row = 6 * tap;
      const v = UT + inPanel(o, c, O, C), step = UT ? <usize>panelWidth(c, C) << 2 : 0;
      const g00 = v128.load(p), g01 = v128.load(p + tap), g02 = v128.load(p + 2 * tap);
      const g10 = v128.load(q), g11 = v128.load(q + tap), g12 = v128.load(q + 2 * tap);
      const g20 = v128.load(r), g21 = v128.load(r + tap), g22 = v128.load(r + 2 * tap);
      storeRow(u, v, tap, step, g00, g01, g02);
      storeRow(
        u + row, v + row, tap, step,
        second(g00, g10, g20), second(g01, g11, g21), second(g02, g12, g22),
      );
      storeRow(
        u + 2 * row, v + 2 * row, tap, step,
        third(g00, g10, g20), third(g01, g11, g21), third(g02, g12, g22),
      );
      storeRow(
        u + 3 * row, v + 3 * row, tap, step,
        fourth(g00, g10, g20), fourth(g01, g11, g21), fourth(g02, g12, g22),
      );
      storeRow(
        u + 4 * row, v + 4 * row, tap, step,
        fifth(g00, g10, g20), fifth(g01, g11, g21), fifth(g02, g12, g22),
      );
      storeRow(u + 5 * row, v + 5 * row, tap, step, g20, g21, g22);
    }
  }
}

/** One row of G·g, times Gᵀ: six places. */
// @ts-ignore: a decorator of AssemblyScript
@inline
function storeRow(
  u: usize, v: usize, plane: usize, step: usize, a: v128, b: v128, c: v128,
): void {
  storePlace(u, v, step, a);
  storePlace(u + plane, v + plane, step, second(a, b, c));
  storePlace(u + 2 * plane, v + 2 * plane, step, third(a, b, c));
  storePlace(u + 3 * plane, v + 3 * plane, step, fourth(a, b, c));
  storePlace(u + 4 * plane, v + 4 * plane, step, fifth(a, b, c));
  storePlace(u + 5 * plane, v + 5 * plane, step, c);
}

/** −(a + b + c) / 3 */
// @ts-ignore: a decorator of AssemblyScript
@inline
function second(a: v128, b: v128, c: v128): v128 {
  return f32x4.mul(f32x4.splat(-1.0 / 3), f32x4.add(f32x4.add(a, c), b));
}

/** (a − b + c) / 3 */
// @ts-ignore: a decorator of AssemblyScript
@inline
function third(a: v128, b: v128, c: v128): v128 {
  return f32x4.mul(f32x4.splat(1.0 / 3), f32x4.sub(f32x4.add(a, c), b));
}

/** (a + 2b + 4c) / 15 */
// @ts-ignore: a decorator of AssemblyScript
@inline
function fourth(a: v128, b: v128, c: v128): v128 {
  const sum = madd(f32x4.splat(4), c, madd(f32x4.splat(2), b, a));
  return f32x4.mul(f32x4.splat(1.0 / 15), sum);
}

/** −4/15 · (4a − 2b + c) */
// @ts-ignore: a decorator of AssemblyScript
@inline
function fifth(a: v128, b: v128, c: v128): v128 {
  const sum = madd(f32x4.splat(4), a, madd(f32x4.splat(-2), b, c));
  return f32x4.mul(f32x4.splat(-4.0 / 15), sum);
}
