import { storeByteLanes, storeLanes } from "./store_lanes";

/** The largest of each 2 × 2 pixels; where the size is odd, the last row or column is left out.
 *
 * @param argmax [n, ⌊h/2⌋, ⌊w/2⌋, C] bytes: which of the four it was, 0 to 3 in reading order, the
 *   first among equals (NaN counts as the largest); 0: not wanted */
export function maxPool2(
  x: usize, y: usize, argmax: usize, n: i32, h: i32, w: i32, C: i32,
): void {
  const pixel = <usize>C << 2, row = <usize>w * pixel;
  const rows = h >> 1, columns = w >> 1;
  for (let image = 0; image < n; image++) {
    for (let i = 0; i < rows; i++) {
      let corner = x + <usize>(2 * i) * row;
      for (let j = 0; j < columns; j++) {
        let c = 0;
        for (; c + 4 <= C; c += 4) {
          largestOfFour(corner + (<usize>c << 2), pixel, row, y + (<usize>c << 2), 4, argmax ? argmax + c : 0);
        }
        if (c < C) {
          largestOfFour(corner + (<usize>c << 2), pixel, row, y + (<usize>c << 2), C - c, argmax ? argmax + c : 0);
        }
        corner += 2 * pixel;
        y += pixel;
        if (argmax) argmax += C;
      }
    }
    x += <usize>h * row;
  }
}

// @ts-ignore: a decorator of AssemblyScript
@inline
function largestOfFour(
  corner: usize, pixel: usize, row: usize, y: usize, lanes: i32, argmax: usize,
): void {
  let largest = v128.load(corner), place = i32x4.splat(0);
  let other = v128.load(corner + pixel), wins = beats(other, largest);
  largest = v128.bitselect(other, largest, wins);
  place = v128.and(wins, i32x4.splat(1));
  other = v128.load(corner + row);
  wins = beats(other, largest);
  largest = v128.bitselect(other, largest, wins);
  place = v128.bitselect(i32x4.splat(2), place, wins);
  other = v128.load(corner + row + pixel);
  wins = beats(other, largest);
  storeLanes(y, v128.bitselect(other, largest, wins), lanes);
  if (argmax) storeByteLanes(argmax, v128.bitselect(i32x4.splat(3), place, wins), lanes);
}

/** Where a is above b or NaN; once NaN has won, nothing beats it. */
// @ts-ignore: a decorator of AssemblyScript
@inline
function beats(a: v128, b: v128): v128 {
  return v128.or(f32x4.gt(a, b), f32x4.ne(a, a));
}
