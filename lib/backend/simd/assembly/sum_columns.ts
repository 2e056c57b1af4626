import { madd } from "./madd";
import { storeLanes } from "./store_lanes";

/** Which numbers to sum. */
export const enum Term {
  /** x */
  Value,
  /** x − shift */
  Difference,
  /** (x − shift)² */
  Square,
  /** dy where y > 0 */
  Gradient,
  /** (dy where y > 0) · (x − shift) */
  Product,
}

/** How many rows to sum before the sum is added to that of the rows before: with as many blocks as
 * rows in a block, a sum of float32 has only 2 · √rows roundings to gather. */
// @ts-ignore: a decorator of AssemblyScript
@inline
export function blockRows(rows: i32): i32 {
  return max(16, <i32>ceil(sqrt(<f64>rows)));
}

/** sums [c] += a term of each row, for a block of rows.
 *
 * Sixteen columns (one line of the cache) go down the rows together; of the rest, four columns, with
 * four rows at a time, since each sum waits for its last addition.
 *
 * @param shift [c]
 * @param y 0: no ReLU */
// @ts-ignore: a decorator of AssemblyScript
@inline
export function sumColumns(
  term: Term, x: usize, dy: usize, y: usize, shift: usize, sums: usize, rows: i32, c: i32,
): void {
  if (y) sumColumnsOf(term, true, x, dy, y, shift, sums, rows, c);
  else sumColumnsOf(term, false, x, dy, y, shift, sums, rows, c);
}

// @ts-ignore: a decorator of AssemblyScript
@inline
function sumColumnsOf(
  term: Term, masked: bool, x: usize, dy: usize, y: usize, shift: usize, sums: usize,
  rows: i32, c: i32,
): void {
  const row = <usize>c << 2, end = row * <usize>rows, zero = f32x4.splat(0);
  let k: usize = 0;
  for (; k + 64 <= row; k += 64) {
    const m = shift + k, to = sums + k;
    const m0 = v128.load(m), m1 = v128.load(m, 16), m2 = v128.load(m, 32), m3 = v128.load(m, 48);
    let s0 = zero, s1 = zero, s2 = zero, s3 = zero;
    for (let at = k; at < end; at += row) {
      s0 = addTerm(term, masked, s0, x + at, dy + at, y + at, m0);
      s1 = addTerm(term, masked, s1, x + at + 16, dy + at + 16, y + at + 16, m1);
      s2 = addTerm(term, masked, s2, x + at + 32, dy + at + 32, y + at + 32, m2);
      s3 = addTerm(term, masked, s3, x + at + 48, dy + at + 48, y + at + 48, m3);
    }
    v128.store(to, f32x4.add(v128.load(to), s0));
    v128.store(to, f32x4.add(v128.load(to, 16), s1), 16);
    v128.store(to, f32x4.add(v128.load(to, 32), s2), 32);
    v128.store(to, f32x4.add(v128.load(to, 48), s3), 48);
  }
  for (; k < row; k += 16) {
    const m = v128.load(shift + k), to = sums + k;
    const r1 = row, r2 = row + row, r3 = r2 + row;
    let s0 = zero, s1 = zero, s2 = zero, s3 = zero, at = k;
    for (let fours = rows >> 2; fours > 0; fours--, at += 4 * row) {
      s0 = addTerm(term, masked, s0, x + at, dy + at, y + at, m);
      s1 = addTerm(term, masked, s1, x + at + r1, dy + at + r1, y + at + r1, m);
      s2 = addTerm(term, masked, s2, x + at + r2, dy + at + r2, y + at + r2, m);
      s3 = addTerm(term, masked, s3, x + at + r3, dy + at + r3, y + at + r3, m);
    }
    for (; at < end; at += row) s0 = addTerm(term, masked, s0, x + at, dy + at, y + at, m);
    const sum = f32x4.add(f32x4.add(s0, s1), f32x4.add(s2, s3));
    storeLanes(to, f32x4.add(v128.load(to), sum), <i32>min((row - k) >> 2, 4));
  }
}

// @ts-ignore: a decorator of AssemblyScript
@inline
function addTerm(term: Term, masked: bool, sum: v128, x: usize, dy: usize, y: usize, shift: v128): v128 {
  if (term == Term.Value) return f32x4.add(sum, v128.load(x));
  if (term == Term.Difference) return f32x4.add(sum, f32x4.sub(v128.load(x), shift));
  if (term == Term.Square) {
    const difference = f32x4.sub(v128.load(x), shift);
    return madd(difference, difference, sum);
  }
  const gradient = maskedGradient(masked, dy, y);
  if (term == Term.Gradient) return f32x4.add(sum, gradient);
  return madd(gradient, f32x4.sub(v128.load(x), shift), sum);
}

/** Four gradients; 0 where ReLU cut off. */
// @ts-ignore: a decorator of AssemblyScript
@inline
export function maskedGradient(masked: bool, dy: usize, y: usize): v128 {
  const gradient = v128.load(dy);
  return masked ? v128.and(gradient, f32x4.gt(v128.load(y), f32x4.splat(0))) : gradient;
}
