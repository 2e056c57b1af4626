import { madd } from "./madd";
import { storeLanes } from "./store_lanes";

/** Six rows times a packed panel of 8 (or 4) columns: the sum stays in registers.
 *
 *              panel  k ↓ [b0│b1]          each step of k: load b0 and b1, and for each row spread
 *     p0  a a a a →       c00│c01 → o0     one value of a over four lanes and add a × b0 to the
 *     p1  a a a a →       c10│c11 → o1     left, a × b1 to the right
 *     …                      …
 *     p5  a a a a →       c50│c51 → o5     12 sums + 2 + 1 fit the 16 registers of x86-64
 *
 * Branches bound it, not multiplications: the engine checks the bounds of every load, and at the end
 * of a loop also whether to stop. Six by eight needs 8 loads for 12 multiply-adds, and four steps in
 * one round of the loop share its end. Their order is that of the source: the additions of four steps
 * gathered to one sum would run out of registers.
 *
 * Measured on one core with a peak of 59 GFLOP/s: 55 for 256 × 256 × 256, 50 for 240 × 32 × 32; with a
 * question after each step whether it was the last 51 and 46, with 4 × 8 sums 53 and 52.
 *
 * A row is `runs` pieces of `run` bytes, `skip` bytes apart: the rows of a filter's window in an
 * image, each of which lies in one piece.
 *
 * @param wide whether the panel has 8 columns, else 4, of which `lanes` are stored
 * @param accumulate whether to add to what is there
 * @param bias of the first column; 0: none */
// @ts-ignore: a decorator of AssemblyScript
@inline
export function multiplyTile(
  wide: bool, lanes: i32, accumulate: bool,
  p0: usize, p1: usize, p2: usize, p3: usize, p4: usize, p5: usize,
  b: usize, run: usize, runs: i32, skip: usize,
  o0: usize, o1: usize, o2: usize, o3: usize, o4: usize, o5: usize,
  bias: usize, relu: i32,
): void {
  const zero = f32x4.splat(0);
  let c00 = zero, c10 = zero, c20 = zero, c30 = zero, c40 = zero, c50 = zero;
  let c01 = zero, c11 = zero, c21 = zero, c31 = zero, c41 = zero, c51 = zero;
  if (accumulate) {
    c00 = v128.load(o0); c10 = v128.load(o1); c20 = v128.load(o2);
    c30 = v128.load(o3); c40 = v128.load(o4); c50 = v128.load(o5);
    if (wide) {
      c01 = v128.load(o0, 16); c11 = v128.load(o1, 16); c21 = v128.load(o2, 16);
      c31 = v128.load(o3, 16); c41 = v128.load(o4, 16); c51 = v128.load(o5, 16);
    }
  } else if (bias) {
    c00 = c10 = c20 = c30 = c40 = c50 = v128.load(bias);
    if (wide) c01 = c11 = c21 = c31 = c41 = c51 = v128.load(bias, 16);
  }
  let a = zero, b0 = zero, b1 = zero;
  for (; runs > 0; runs--) {
    const end = p0 + run, inFours = p0 + (run & ~15);
    while (p0 < inFours) {
      b0 = v128.load(b); if (wide) b1 = v128.load(b, 16);
      a = v128.load32_splat(p0); c00 = madd(a, b0, c00); if (wide) c01 = madd(a, b1, c01);
      a = v128.load32_splat(p1); c10 = madd(a, b0, c10); if (wide) c11 = madd(a, b1, c11);
      a = v128.load32_splat(p2); c20 = madd(a, b0, c20); if (wide) c21 = madd(a, b1, c21);
      a = v128.load32_splat(p3); c30 = madd(a, b0, c30); if (wide) c31 = madd(a, b1, c31);
      a = v128.load32_splat(p4); c40 = madd(a, b0, c40); if (wide) c41 = madd(a, b1, c41);
      a = v128.load32_splat(p5); c50 = madd(a, b0, c50); if (wide) c51 = madd(a, b1, c51);

      b0 = wide ? v128.load(b, 32) : v128.load(b, 16); if (wide) b1 = v128.load(b, 48);
      a = v128.load32_splat(p0, 4); c00 = madd(a, b0, c00); if (wide) c01 = madd(a, b1, c01);
      a = v128.load32_splat(p1, 4); c10 = madd(a, b0, c10); if (wide) c11 = madd(a, b1, c11);
      a = v128.load32_splat(p2, 4); c20 = madd(a, b0, c20); if (wide) c21 = madd(a, b1, c21);
      a = v128.load32_splat(p3, 4); c30 = madd(a, b0, c30); if (wide) c31 = madd(a, b1, c31);
      a = v128.load32_splat(p4, 4); c40 = madd(a, b0, c40); if (wide) c41 = madd(a, b1, c41);
      a = v128.load32_splat(p5, 4); c50 = madd(a, b0, c50); if (wide) c51 = madd(a, b1, c51);

      b0 = wide ? v128.load(b, 64) : v128.load(b, 32); if (wide) b1 = v128.load(b, 80);
      a = v128.load32_splat(p0, 8); c00 = madd(a, b0, c00); if (wide) c01 = madd(a, b1, c01);
      a = v128.load32_splat(p1, 8); c10 = madd(a, b0, c10); if (wide) c11 = madd(a, b1, c11);
      a = v128.load32_splat(p2, 8); c20 = madd(a, b0, c20); if (wide) c21 = madd(a, b1, c21);
      a = v128.load32_splat(p3, 8); c30 = madd(a, b0, c30); if (wide) c31 = madd(a, b1, c31);
      a = v128.load32_splat(p4, 8); c40 = madd(a, b0, c40); if (wide) c41 = madd(a, b1, c41);
      a = v128.load32_splat(p5, 8); c50 = madd(a, b0, c50); if (wide) c51 = madd(a, b1, c51);

      b0 = wide ? v128.load(b, 96) : v128.load(b, 48); if (wide) b1 = v128.load(b, 112);
      a = v128.load32_splat(p0, 12); c00 = madd(a, b0, c00); if (wide) c01 = madd(a, b1, c01);
      a = v128.load32_splat(p1, 12); c10 = madd(a, b0, c10); if (wide) c11 = madd(a, b1, c11);
      a = v128.load32_splat(p2, 12); c20 = madd(a, b0, c20); if (wide) c21 = madd(a, b1, c21);
      a = v128.load32_splat(p3, 12); c30 = madd(a, b0, c30); if (wide) c31 = madd(a, b1, c31);
      a = v128.load32_splat(p4, 12); c40 = madd(a, b0, c40); if (wide) c41 = madd(a, b1, c41);
      a = v128.load32_splat(p5, 12); c50 = madd(a, b0, c50); if (wide) c51 = madd(a, b1, c51);
      p0 += 16; p1 += 16; p2 += 16; p3 += 16; p4 += 16; p5 += 16;
      b += wide ? 128 : 64;
    }
    if (p0 < end) {
      b0 = v128.load(b); if (wide) b1 = v128.load(b, 16);
      a = v128.load32_splat(p0); c00 = madd(a, b0, c00); if (wide) c01 = madd(a, b1, c01);
      a = v128.load32_splat(p1); c10 = madd(a, b0, c10); if (wide) c11 = madd(a, b1, c11);
      a = v128.load32_splat(p2); c20 = madd(a, b0, c20); if (wide) c21 = madd(a, b1, c21);
      a = v128.load32_splat(p3); c30 = madd(a, b0, c30); if (wide) c31 = madd(a, b1, c31);
      a = v128.load32_splat(p4); c40 = madd(a, b0, c40); if (wide) c41 = madd(a, b1, c41);
      a = v128.load32_splat(p5); c50 = madd(a, b0, c50); if (wide) c51 = madd(a, b1, c51);
      p0 += 4; p1 += 4; p2 += 4; p3 += 4; p4 += 4; p5 += 4;
      b += wide ? 32 : 16;
    }
    if (p0 < end) {
      b0 = v128.load(b); if (wide) b1 = v128.load(b, 16);
      a = v128.load32_splat(p0); c00 = madd(a, b0, c00); if (wide) c01 = madd(a, b1, c01);
      a = v128.load32_splat(p1); c10 = madd(a, b0, c10); if (wide) c11 = madd(a, b1, c11);
      a = v128.load32_splat(p2); c20 = madd(a, b0, c20); if (wide) c21 = madd(a, b1, c21);
      a = v128.load32_splat(p3); c30 = madd(a, b0, c30); if (wide) c31 = madd(a, b1, c31);
      a = v128.load32_splat(p4); c40 = madd(a, b0, c40); if (wide) c41 = madd(a, b1, c41);
      a = v128.load32_splat(p5); c50 = madd(a, b0, c50); if (wide) c51 = madd(a, b1, c51);
      p0 += 4; p1 += 4; p2 += 4; p3 += 4; p4 += 4; p5 += 4;
      b += wide ? 32 : 16;
    }
    if (p0 < end) {
      b0 = v128.load(b); if (wide) b1 = v128.load(b, 16);
      a = v128.load32_splat(p0); c00 = madd(a, b0, c00); if (wide) c01 = madd(a, b1, c01);
      a = v128.load32_splat(p1); c10 = madd(a, b0, c10); if (wide) c11 = madd(a, b1, c11);
      a = v128.load32_splat(p2); c20 = madd(a, b0, c20); if (wide) c21 = madd(a, b1, c21);
      a = v128.load32_splat(p3); c30 = madd(a, b0, c30); if (wide) c31 = madd(a, b1, c31);
      a = v128.load32_splat(p4); c40 = madd(a, b0, c40); if (wide) c41 = madd(a, b1, c41);
      a = v128.load32_splat(p5); c50 = madd(a, b0, c50); if (wide) c51 = madd(a, b1, c51);
      p0 += 4; p1 += 4; p2 += 4; p3 += 4; p4 += 4; p5 += 4;
      b += wide ? 32 : 16;
    }
    p0 += skip; p1 += skip; p2 += skip; p3 += skip; p4 += skip; p5 += skip;
  }
  if (relu) { // pmax(c, 0) lets NaN through
    c00 = f32x4.pmax(c00, zero); c10 = f32x4.pmax(c10, zero); c20 = f32x4.pmax(c20, zero);
    c30 = f32x4.pmax(c30, zero); c40 = f32x4.pmax(c40, zero); c50 = f32x4.pmax(c50, zero);
    if (wide) {
      c01 = f32x4.pmax(c01, zero); c11 = f32x4.pmax(c11, zero); c21 = f32x4.pmax(c21, zero);
      c31 = f32x4.pmax(c31, zero); c41 = f32x4.pmax(c41, zero); c51 = f32x4.pmax(c51, zero);
    }
  }
  if (wide) {
    v128.store(o0, c00); v128.store(o1, c10); v128.store(o2, c20);
    v128.store(o3, c30); v128.store(o4, c40); v128.store(o5, c50);
    v128.store(o0, c01, 16); v128.store(o1, c11, 16); v128.store(o2, c21, 16);
    v128.store(o3, c31, 16); v128.store(o4, c41, 16); v128.store(o5, c51, 16);
  } else {
    storeLanes(o0, c00, lanes); storeLanes(o1, c10, lanes); storeLanes(o2, c20, lanes);
    storeLanes(o3, c30, lanes); storeLanes(o4, c40, lanes); storeLanes(o5, c50, lanes);
  }
}
