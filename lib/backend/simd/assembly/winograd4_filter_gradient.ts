import { madd } from "./madd";

/** dw = Gᵀ·dU·G: the adjoint of the transform in winograd4_filter.ts; dU is 36 planes [C, O], not packed.
 *
 * @param floats C × O */
export function winograd4FilterGradient(dU: usize, dw: usize, floats: i32): void {
  const tap = <usize>floats << 2, row = 6 * tap;
  for (const end = dU + tap; dU < end; dU += 16) {
    let p = dU;
    const a0 = first(p, row), a1 = second(p, row), a2 = third(p, row);
    p += tap;
    const b0 = first(p, row), b1 = second(p, row), b2 = third(p, row);
    p += tap;
    const c0 = first(p, row), c1 = second(p, row), c2 = third(p, row);
    p += tap;
    const d0 = first(p, row), d1 = second(p, row), d2 = third(p, row);
    p += tap;
    const e0 = first(p, row), e1 = second(p, row), e2 = third(p, row);
    p += tap;
    const f0 = first(p, row), f1 = second(p, row), f2 = third(p, row);
    storeRow(dw, tap, a0, b0, c0, d0, e0, f0);
    storeRow(dw + 3 * tap, tap, a1, b1, c1, d1, e1, f1);
    storeRow(dw + 6 * tap, tap, a2, b2, c2, d2, e2, f2);
    dw += 16;
  }
}

// @ts-ignore: a decorator of AssemblyScript
@inline
function first(p: usize, row: usize): v128 {
  return firstOf(
    v128.load(p), v128.load(p + row), v128.load(p + 2 * row), v128.load(p + 3 * row),
    v128.load(p + 4 * row),
  );
}

// @ts-ignore: a decorator of AssemblyScript
@inline
function second(p: usize, row: usize): v128 {
  return secondOf(
    v128.load(p + row), v128.load(p + 2 * row), v128.load(p + 3 * row), v128.load(p + 4 * row),
  );
}

// @ts-ignore: a decorator of AssemblyScript
@inline
function third(p: usize, row: usize): v128 {
  return thirdOf(
    v128.load(p + row), v128.load(p + 2 * row), v128.load(p + 3 * row), v128.load(p + 4 * row),
    v128.load(p + 5 * row),
  );
}

/** One row of Gᵀ·dU, times G: three taps. */
// @ts-ignore: a decorator of AssemblyScript
@inline
function storeRow(
  dw: usize, tap: usize, a: v128, b: v128, c: v128, d: v128, e: v128, f: v128,
): void {
  v128.store(dw, firstOf(a, b, c, d, e));
  v128.store(dw + tap, secondOf(b, c, d, e));
  v128.store(dw + 2 * tap, thirdOf(b, c, d, e, f));
}

/** u0 + 1/3 · (u2 − u1) + 1/15 · u3 − 16/15 · u4 */
// @ts-ignore: a decorator of AssemblyScript
@inline
function firstOf(u0: v128, u1: v128, u2: v128, u3: v128, u4: v128): v128 {
  const rest = madd(f32x4.splat(-16.0 / 15), u4, madd(f32x4.splat(1.0 / 15), u3, u0));
  return madd(f32x4.splat(1.0 / 3), f32x4.sub(u2, u1), rest);
}

/** −1/3 · (u1 + u2) + 2/15 · u3 + 8/15 · u4 */
// @ts-ignore: a decorator of AssemblyScript
@inline
function secondOf(u1: v128, u2: v128, u3: v128, u4: v128): v128 {
  const rest = f32x4.mul(f32x4.splat(2.0 / 15), madd(f32x4.splat(4), u4, u3));
  return madd(f32x4.splat(-1.0 / 3), f32x4.add(u1, u2), rest);
}

/** 1/3 · (u2 − u1) + 4/15 · (u3 − u4) + u5 */
// @ts-ignore: a decorator of AssemblyScript
@inline
function thirdOf(u1: v128, u2: v128, u3: v128, u4: v128, u5: v128): v128 {
  const rest = madd(f32x4.splat(4.0 / 15), f32x4.sub(u3, u4), u5);
  return madd(f32x4.splat(1.0 / 3), f32x4.sub(u2, u1), rest);
}
