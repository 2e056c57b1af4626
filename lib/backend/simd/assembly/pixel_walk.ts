/** Where output pixels find their window in the images of a batch, six at a time.
 *
 * Output pixels are numbered through the whole batch. Their windows begin one pixel apart, but at the
 * end of an output row kw − 1 pixels are skipped, and at the end of an image kh − 1 rows:
 *
 *     image, 3 × 3 filter       windows of the output pixels begin at
 *     . . . . . .               0  1  2  3  ·  ·      · : skipped by the row
 *     . . . . . .               4  5  6  7  ·  ·
 *     . . . . . .               ·  ·  ·  ·  ·  ·      skipped by the image
 *     . . . . . .               ·  ·  ·  ·  ·  ·
 *
 * So a tile may hold pixels of several rows, even of several images: none is computed in vain.
 */

/** Output rows that begin in the next `i` ≤ 6 pixels. */
// @ts-ignore: a decorator of AssemblyScript
@inline
export function rowsAhead(i: i32, column: i32, ow: i32): i32 {
  return ow < 6 ? (column + i) / ow : i32(column + i >= ow); // a division only where it can exceed 1
}

/** Images that begin in the next `rows` ≤ 6 output rows. */
// @ts-ignore: a decorator of AssemblyScript
@inline
export function imagesAhead(rows: i32, row: i32, oh: i32): i32 {
  return oh < 6 ? (row + rows) / oh : i32(row + rows >= oh);
}

/** Bytes from the window of the output pixel at (row, column) to that of the `i`-th after it. */
// @ts-ignore: a decorator of AssemblyScript
@inline
export function bytesAhead(
  i: i32, row: i32, column: i32, oh: i32, ow: i32,
  pixel: usize, rowSkip: usize, imageSkip: usize,
): usize {
  if (column + i < ow) return <usize>i * pixel;
  const rows = rowsAhead(i, column, ow);
  return <usize>i * pixel + <usize>rows * rowSkip + <usize>imagesAhead(rows, row, oh) * imageSkip;
}
