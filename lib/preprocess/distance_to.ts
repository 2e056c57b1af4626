/** Distance of every pixel to the nearest one of a kind, in pixels, exactly and in linear time:
 * Felzenszwalb and Huttenlocher, 2012 (https://doi.org/10.4086/toc.2012.v008a019).
 *
 * @param width columns
 * @param height rows
 * @param isTarget tells by index which pixels distances are measured to
 * @returns `[height × width]`; `Infinity` everywhere if there is no such pixel
 */
export function distanceTo(
  width: number,
  height: number,
  isTarget: (index: number) => boolean,
): Float32Array {
  const squares = new Float32Array(width * height);
  for (let i = 0; i < squares.length; i++) squares[i] = isTarget(i) ? 0 : Infinity;
  const longest = Math.max(width, height);
  const scratch: Scratch = {
    heights: new Float32Array(longest),
    places: new Int32Array(longest),
    borders: new Float32Array(longest + 1),
  };
  for (let x = 0; x < width; x++) transformLine(squares, x, width, height, scratch);
  for (let y = 0; y < height; y++) transformLine(squares, y * width, 1, width, scratch);
  for (let i = 0; i < squares.length; i++) squares[i] = Math.sqrt(squares[i]);
  return squares;
}

interface Scratch {
  /** The line's values. */
  readonly heights: Float32Array;
  /** Where the parabolas of the lower envelope stand. */
  readonly places: Int32Array;
  /** From where on each is the lowest. */
  readonly borders: Float32Array;
}

/** The lower envelope of a parabola above each place of a line. */
function transformLine(
  squares: Float32Array,
  start: number,
  step: number,
  length: number,
  { heights, places, borders }: Scratch,
): void {
  for (let i = 0; i < length; i++) heights[i] = squares[start + i * step];
  let last = -1;
  for (let i = 0; i < length; i++) {
    if (heights[i] === Infinity) continue;
    let border = -Infinity;
    while (last >= 0) {
      const other = places[last];
      border = (heights[i] - heights[other] + i * i - other * other) / (2 * (i - other));
      if (border > borders[last]) break;
      last--;
      border = -Infinity;
    }
    places[++last] = i;
    borders[last] = border;
  }
  if (last < 0) return;
  let current = 0;
  for (let i = 0; i < length; i++) {
    while (current < last && borders[current + 1] <= i) current++;
    const away = i - places[current];
    squares[start + i * step] = away * away + heights[places[current]];
  }
}
