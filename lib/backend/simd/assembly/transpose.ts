/** target [columns][rows] = source [rows][columns], transposed.
 *
 * Four by four in registers; sixteen rows go through all columns together, so that each line of the
 * cache that is begun in the target is also filled:
 *
 *     source          target
 *     a b c d ┐ 16    a e i m          a e i m = the first column of four rows
 *     e f g h │ rows  b f j n
 *     i j k l │       c g k o
 *     m n o p ┘       d h l p
 */
export function transpose(source: usize, target: usize, rows: i32, columns: i32): void {
  const inFours = columns & ~3;
  for (let first = 0; first < rows; first += 16) {
    const end = min(first + 16, rows), fours = first + ((end - first) & ~3);
    for (let column = 0; column < inFours; column += 4) {
      for (let row = first; row < fours; row += 4) {
        transposeFour(
          source + (<usize>(row * columns + column) << 2), <usize>columns << 2,
          target + (<usize>(column * rows + row) << 2), <usize>rows << 2,
        );
      }
      for (let row = fours; row < end; row++) {
        for (let i = column; i < column + 4; i++) move(source, target, rows, columns, row, i);
      }
    }
    for (let column = inFours; column < columns; column++) {
      for (let row = first; row < end; row++) move(source, target, rows, columns, row, column);
    }
  }
}

// @ts-ignore: a decorator of AssemblyScript
@inline
function move(source: usize, target: usize, rows: i32, columns: i32, row: i32, column: i32): void {
  const value = load<f32>(source + (<usize>(row * columns + column) << 2));
  store<f32>(target + (<usize>(column * rows + row) << 2), value);
}

/** Four rows of four, `from` bytes apart, to four rows `to` bytes apart. */
// @ts-ignore: a decorator of AssemblyScript
@inline
export function transposeFour(source: usize, from: usize, target: usize, to: usize): void {
  const a = v128.load(source), b = v128.load(source + from);
  const c = v128.load(source + 2 * from), d = v128.load(source + 3 * from);
  const ab = i32x4.shuffle(a, b, 0, 4, 1, 5), cd = i32x4.shuffle(c, d, 0, 4, 1, 5);
  const abLate = i32x4.shuffle(a, b, 2, 6, 3, 7), cdLate = i32x4.shuffle(c, d, 2, 6, 3, 7);
  v128.store(target, i64x2.shuffle(ab, cd, 0, 2));
  v128.store(target + to, i64x2.shuffle(ab, cd, 1, 3));
  v128.store(target + 2 * to, i64x2.shuffle(abLate, cdLate, 0, 2));
  v128.store(target + 3 * to, i64x2.shuffle(abLate, cdLate, 1, 3));
}
