import { clearFloats } from "./copy_floats";
import { blockRows, sumColumns, Term } from "./sum_columns";

/** sums [c] = the sum of each column of x [rows][c]: the gradient of a bias. */
export function columnSums(x: usize, sums: usize, rows: i32, c: i32): void {
  const block = blockRows(rows);
  clearFloats(sums, c);
  for (let first = 0; first < rows; first += block) {
    sumColumns(Term.Value, x, x, 0, x, sums, min(block, rows - first), c);
    x += <usize>(block * c) << 2;
  }
}
