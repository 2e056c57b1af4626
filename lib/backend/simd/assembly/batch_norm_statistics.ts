import { clearFloats } from "./copy_floats";
import { madd } from "./madd";
import { storeLanes } from "./store_lanes";
import { blockRows, sumColumns, Term } from "./sum_columns";

/** What batch normalisation needs to know of its input x [rows][c]: of each channel the mean, and the
 * sum of the squared distances from it, in a pass each. From these two and the number of rows the
 * statistics of several parts of a batch can be put together.
 *
 * The mean is that of the distances from the first row, so that a large offset costs no digits. No
 * rows at all give mean NaN and sum 0.
 *
 * @param mean [c], written; so is squares */
export function batchNormStatistics(x: usize, mean: usize, squares: usize, rows: i32, c: i32): void {
  const share = f32x4.splat(1 / <f32>rows), row = <usize>c << 2;
  sumBlocks(Term.Difference, x, x, mean, rows, c);
  for (let k: usize = 0; k < row; k += 16) {
    const value = madd(v128.load(mean + k), share, v128.load(x + k));
    storeLanes(mean + k, value, <i32>min((row - k) >> 2, 4));
  }
  sumBlocks(Term.Square, x, mean, squares, rows, c);
}

// @ts-ignore: a decorator of AssemblyScript
@inline
function sumBlocks(term: Term, x: usize, shift: usize, sums: usize, rows: i32, c: i32): void {
  const block = blockRows(rows);
  clearFloats(sums, c);
  for (let first = 0; first < rows; first += block) {
    sumColumns(term, x, x, 0, shift, sums, min(block, rows - first), c);
    x += <usize>(block * c) << 2;
  }
}
