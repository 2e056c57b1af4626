import { gemmRow } from "./gemm_row";
import { multiplyTile } from "./multiply_tile";

/** c [M][N] = a · b, or c + a · b where `accumulate` is 1; lda and ldc are the floats from a row to
 * the next.
 *
 * The rows of a go through all panels of b, a few at a time so that they stay in the first-level
 * cache, six in a tile:
 *
 *             b, packed   8   8   4
 *                       ┌───┬───┬──┐
 *     a   K             │   │   │  │ K
 *       ┌─────┐         └───┴───┴──┘
 *     6 │     │    c    │ 1 │ 2 │ 3│  6
 *     6 │     │         │ 4 │ 5 │ 6│  6       1 and 4, then 2 and 5, then 3 and 6
 *       └─────┘
 *
 * @param packedB from `packMatrix` */
export function gemm(
  a: usize, lda: i32, packedB: usize, c: usize, ldc: i32,
  M: i32, N: i32, K: i32, accumulate: i32,
): void {
  const aRow = <usize>lda << 2, cRow = <usize>ldc << 2;
  const together = max(12, 4096 / max(K, 1) / 6 * 6); // about 16 KiB of a
  for (let first = 0; first < M; first += together) {
    const rows = min(together, M - first);
    let panel = packedB;
    for (let j = 0; j < N;) {
      const to = c + (<usize>j << 2), wide = N - j >= 8, lanes = min(N - j, 4);
      if (wide) {
        if (accumulate) multiplyPanel(true, 4, true, a, aRow, panel, to, cRow, rows, K);
        else multiplyPanel(true, 4, false, a, aRow, panel, to, cRow, rows, K);
      } else {
        if (accumulate) multiplyPanel(false, lanes, true, a, aRow, panel, to, cRow, rows, K);
        else multiplyPanel(false, lanes, false, a, aRow, panel, to, cRow, rows, K);
      }
      const width = wide ? 8 : 4;
      panel += <usize>(K * width) << 2;
      j += width;
    }
    a += <usize>rows * aRow;
    c += <usize>rows * cRow;
  }
}

/** Rows of a times one panel of b. */
// @ts-ignore: a decorator of AssemblyScript
@inline
function multiplyPanel(
  wide: bool, lanes: i32, accumulate: bool,
  a: usize, aRow: usize, panel: usize, c: usize, cRow: usize, rows: i32, K: i32,
): void {
  const run = <usize>K << 2;
  while (rows > 2) {
    const last = rows - 1; // beyond the last row, it is computed again
    const i2 = <usize>min(2, last), i3 = <usize>min(3, last);
    const i4 = <usize>min(4, last), i5 = <usize>min(5, last);
    multiplyTile(
      wide, lanes, accumulate,
      a, a + aRow, a + i2 * aRow, a + i3 * aRow, a + i4 * aRow, a + i5 * aRow,
      panel, run, 1, 0,
      c, c + cRow, c + i2 * cRow, c + i3 * cRow, c + i4 * cRow, c + i5 * cRow,
      0, 0,
    );
    a += 6 * aRow;
    c += 6 * cRow;
    rows -= 6;
  }
  for (; rows > 0; rows--) {
    gemmRow(wide, lanes, accumulate, a, panel, K, c);
    a += aRow;
    c += cRow;
  }
}
