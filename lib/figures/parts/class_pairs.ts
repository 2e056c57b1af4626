/** Two classes that are taken for one another. */
export interface ClassPair {
  /** The smaller digit. */
  readonly a: number;
  /** The larger digit. */
  readonly b: number;
  /** Images of `a` read as `b`. */
  readonly aAsB: number;
  /** Images of `b` read as `a`. */
  readonly bAsA: number;
}

/** The pairs of classes that are confused at all, most confused first; of equals the smaller digits
 * first.
 *
 * @param matrix `[classes][classes]` counts, rows are the true classes
 * @throws {TypeError} if the matrix is not square
 * @throws {RangeError} if a count is negative or not a whole number
 */
export function classPairs(matrix: readonly ArrayLike<number>[]): ClassPair[] {
  matrix.forEach((row, label) => {
    if (row.length !== matrix.length) {
      throw new TypeError(
        `Cannot compare classes: found ${row.length} counts in row ${label}, ` +
          `wanted ${matrix.length}`,
      );
    }
    const wrong = Array.from(row).find((count) => !Number.isInteger(count) || count < 0);
    if (wrong !== undefined) {
      throw new RangeError(`Cannot compare classes: found count ${wrong} in row ${label}`);
    }
  });
  const pairs: ClassPair[] = [];
  for (let a = 0; a < matrix.length; a++) {
    for (let b = a + 1; b < matrix.length; b++) {
      if (matrix[a][b] + matrix[b][a] > 0) {
        pairs.push({ a, b, aAsB: matrix[a][b], bAsA: matrix[b][a] });
      }
    }
  }
  return pairs.sort((p, q) => q.aAsB + q.bAsA - p.aAsB - p.bAsA);
}
