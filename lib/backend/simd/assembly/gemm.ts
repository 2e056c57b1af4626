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
  let a2 = 2 * aRow, a3 = 3 * aRow, a4 = 4 * aRow, a5 = 5 * aRow;
  let c2 = 2 * cRow, c3 = 3 * cRow, c4 = 4 * cRow, c5 = 5 * cRow;
  while (rows > 2) {
    if (rows < 6) { // beyond the last row, it is computed again
      const lastA = <usize>(rows - 1) * aRow, lastC = <usize>(rows - 1) * cRow;
      a3 = min(a3, lastA); a4 = min(a4, lastA); a5 = lastA;
      c3 = min(c3, lastC); c4 = min(c4, lastC); c5 = lastC;
    }
    multiplyTile(
      wide, lanes, accumulate,
      a, a + aRow, a + a2, a + a3, a + a4, a + a5,
      panel, run, 1, 0,
      c, c + cRow, c + c2, c + c3, c + c4, c + c5,
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
