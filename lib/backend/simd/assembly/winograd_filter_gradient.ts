/** dw = Gᵀ·dU·G: the adjoint of the filter's transform; dU is 16 planes [C, O], not packed.
 *
 * @param floats C × O */
export function winogradFilterGradient(dU: usize, dw: usize, floats: i32): void {
  const tap = <usize>floats << 2, row = tap << 2;
  for (const end = dU + tap; dU < end; dU += 16) {
    const q = dU + row, r = dU + 2 * row, s = dU + 3 * row;
    const u10 = v128.load(q), u20 = v128.load(r);
    const u11 = v128.load(q + tap), u21 = v128.load(r + tap);
    const u12 = v128.load(q + 2 * tap), u22 = v128.load(r + 2 * tap);
    const u13 = v128.load(q + 3 * tap), u23 = v128.load(r + 3 * tap);
    const h0 = mean(u10, u20), h1 = mean(u11, u21), h2 = mean(u12, u22), h3 = mean(u13, u23);
    storeRow(
      dw, tap,
      f32x4.add(v128.load(dU), h0), f32x4.add(v128.load(dU + tap), h1),
      f32x4.add(v128.load(dU + 2 * tap), h2), f32x4.add(v128.load(dU + 3 * tap), h3),
    );
    storeRow(
      dw + 3 * tap, tap,
      f32x4.sub(h0, u20), f32x4.sub(h1, u21), f32x4.sub(h2, u22), f32x4.sub(h3, u23),
    );
    storeRow(
      dw + 6 * tap, tap,
      f32x4.add(v128.load(s), h0), f32x4.add(v128.load(s + tap), h1),
      f32x4.add(v128.load(s + 2 * tap), h2), f32x4.add(v128.load(s + 3 * tap), h3),
    );
    dw += 16;
  }
}

/** One row of Gᵀ·dU, times G: three taps. */
// @ts-ignore: a decorator of AssemblyScript
@inline
function storeRow(dw: usize, tap: usize, a: v128, b: v128, c: v128, d: v128): void {
  const half = mean(b, c);
  v128.store(dw, f32x4.add(a, half));
  v128.store(dw + tap, f32x4.sub(half, c)); // (b − c) / 2
  v128.store(dw + 2 * tap, f32x4.add(d, half));
}

// @ts-ignore: a decorator of AssemblyScript
@inline
function mean(a: v128, b: v128): v128 {
  return f32x4.mul(f32x4.splat(0.5), f32x4.add(a, b));
}
