/** Transforms a 3 × 3 filter: U = G·g·Gᵀ, 16 planes [C, O], each packed as `packFilter` does; and
 * UT, if it is wanted, the same transposed, as the gradient to the input needs it.
 *
 *         ⎡ 1   0   0 ⎤
 *     G = ⎢ ½   ½   ½ ⎥
 *         ⎢ ½  −½   ½ ⎥
 *         ⎣ 0   0   1 ⎦
 */
export function winogradFilter(filter: usize, U: usize, UT: usize, C: i32, O: i32): void {
  const tap = <usize>(C * O) << 2;
  for (let c = 0; c < C; c++) {
    for (let o = 0; o < O; o += 4) {
      const p = filter + (<usize>(c * O + o) << 2);
      const g00 = v128.load(p), g01 = v128.load(p + tap), g02 = v128.load(p + 2 * tap);
      const q = p + 3 * tap;
      const g10 = v128.load(q), g11 = v128.load(q + tap), g12 = v128.load(q + 2 * tap);
      const r = p + 6 * tap;
      const g20 = v128.load(r), g21 = v128.load(r + tap), g22 = v128.load(r + 2 * tap);
      const u = U + inPanel(c, o, C, O), plane = tap, row = plane << 2;
      const v = UT + inPanel(o, c, O, C), step = UT ? <usize>panelWidth(c, C) << 2 : 0;
      storeRow(u, v, plane, step, g00, g01, g02);
      storeRow(
        u + row, v + row, plane, step, plus(g00, g10, g20), plus(g01, g11, g21), plus(g02, g12, g22),
      );
      storeRow(
        u + 2 * row, v + 2 * row, plane, step,
        minus(g00, g10, g20), minus(g01, g11, g21), minus(g02, g12, g22),
      );
      storeRow(u + 3 * row, v + 3 * row, plane, step, g20, g21, g22);
    }
  }
}

/** One row of G·g, times Gᵀ: four places. */
// @ts-ignore: a decorator of AssemblyScript
@inline
function storeRow(
  u: usize, v: usize, plane: usize, step: usize, a: v128, b: v128, c: v128,
): void {
  storePlace(u, v, step, a);
  storePlace(u + plane, v + plane, step, plus(a, b, c));
  storePlace(u + 2 * plane, v + 2 * plane, step, minus(a, b, c));
  storePlace(u + 3 * plane, v + 3 * plane, step, c);
}

/** Four output channels: beside each other in U, below each other in UT. */
// @ts-ignore: a decorator of AssemblyScript
@inline
export function storePlace(u: usize, v: usize, step: usize, value: v128): void {
  v128.store(u, value);
  if (step) {
    v128.store_lane<f32>(v, value, 0);
    v128.store_lane<f32>(v + step, value, 1);
    v128.store_lane<f32>(v + 2 * step, value, 2);
    v128.store_lane<f32>(v + 3 * step, value, 3);
  }
}

/** (a + b + c) / 2 */
// @ts-ignore: a decorator of AssemblyScript
@inline
function plus(a: v128, b: v128, c: v128): v128 {
  return f32x4.mul(f32x4.splat(0.5), f32x4.add(f32x4.add(a, c), b));
}

/** (a − b + c) / 2 */
// @ts-ignore: a decorator of AssemblyScript
@inline
function minus(a: v128, b: v128, c: v128): v128 {
  return f32x4.mul(f32x4.splat(0.5), f32x4.sub(f32x4.add(a, c), b));
}

/** Columns of the panel that holds `column`; see `packFilter`. */
export function panelWidth(column: i32, columns: i32): i32 {
  return (column & ~7) + 8 <= columns ? 8 : 4;
}

/** Where an element of a packed matrix lies, in bytes. */
export function inPanel(row: i32, column: i32, rows: i32, columns: i32): usize {
  const width = panelWidth(column, columns), start = column & ~(width - 1);
  return <usize>(start * rows + row * width + column - start) << 2;
}
