/** Resizes a grey image: every new pixel is the mean of the area it covers. Good for shrinking.
 *
 * @param pixels `[height × width]`, row by row
 * @param from its size in pixels
 * @param to the wanted size, at most as large
 * @returns `[to.height × to.width]`
 */
export function resizeArea(
  pixels: ArrayLike<number>,
  from: { readonly width: number; readonly height: number },
  to: { readonly width: number; readonly height: number },
): Uint8Array {
  const columns = shares(from.width, to.width);
  const rows = shares(from.height, to.height);
  const narrow = new Float32Array(from.height * to.width);
  for (let y = 0; y < from.height; y++) {
    for (let x = 0; x < to.width; x++) {
      let sum = 0;
      for (const [column, share] of columns[x]) sum += share * pixels[y * from.width + column];
      narrow[y * to.width + x] = sum;
    }
  }
  const resized = new Uint8Array(to.width * to.height);
  for (let y = 0; y < to.height; y++) {
    for (let x = 0; x < to.width; x++) {
      let sum = 0;
      for (const [row, share] of rows[y]) sum += share * narrow[row * to.width + x];
      resized[y * to.width + x] = Math.round(sum);
    }
  }
  return resized;
}

/** For each new cell of a side, the old cells it covers and their shares in its mean. */
function shares(from: number, to: number): [number, number][][] {
  const ratio = from / to;
  return Array.from({ length: to }, (_, cell) => {
    const [start, end] = [cell * ratio, (cell + 1) * ratio];
    const covered: [number, number][] = [];
    for (let old = Math.floor(start); old < Math.min(from, Math.ceil(end - 1e-9)); old++) {
      covered.push([old, (Math.min(end, old + 1) - Math.max(start, old)) / ratio]);
    }
    return covered;
  });
}
