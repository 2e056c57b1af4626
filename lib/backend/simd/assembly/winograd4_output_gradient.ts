import { madd } from "./madd";
import { gradientAt, loadPlaces } from "./unpool";
import { planeBytes } from "./winograd_planes";

/** D = A·dy·Aᵀ of each tile of 4 × 4 output pixels: the adjoint of the output's transform. Pixels that a
 * tile has beyond the output count as 0.
 *
 * @param argmax 0: no pooling; else dy is the pooled gradient, and one pixel of each window gets it */
export function winograd4OutputGradient(
  dy: usize, argmax: usize, D: usize, images: i32, oh: i32, ow: i32, O: i32, down: i32, across: i32,
): void {
  const rows = argmax ? oh >> 1 : oh, columns = argmax ? ow >> 1 : ow, side = argmax ? 2 : 4;
  const pixel = <usize>O << 2, row = <usize>columns * pixel;
  const plane = planeBytes(images * down * across, O);
  for (let n = 0; n < images; n++) {
    for (let i = 0; i < down; i++) {
      const below = rows - side * i;
      for (let j = 0; j < across; j++) {
        const right = columns - side * j;
        const at = <usize>(side * i) * row + <usize>(side * j) * pixel;
        for (let o: usize = 0; o < pixel; o += 16) {
          const from = dy + at + o, places = argmax + ((at + o) >> 2);
          if (argmax) pooledTile(from, places, D, plane, pixel, row, below, right);
          else plainTile(from, D, plane, pixel, row, below, right);
          D += 16;
        }
      }
    }
    dy += <usize>rows * row;
    if (argmax) argmax += <usize>rows * row >> 2;
  }
}

/** Four channels of a tile.
 *
 * @param below how many rows there are from its first one on; right likewise */
// @ts-ignore: a decorator of AssemblyScript
@inline
function plainTile(
  dy: usize, D: usize, plane: usize, pixel: usize, row: usize, below: i32, right: i32,
): void {
  const d1 = below > 1, d2 = below > 2, d3 = below > 3;
  const r1 = right > 1, r2 = right > 2, r3 = right > 3;
  const q = dy + row, r = q + row, s = r + row, p1 = pixel, p2 = 2 * pixel, p3 = 3 * pixel;
  transformTile(
    D, plane,
    v128.load(dy), load(r1, dy + p1), load(r2, dy + p2), load(r3, dy + p3),
    load(d1, q), load(d1 && r1, q + p1), load(d1 && r2, q + p2), load(d1 && r3, q + p3),
    load(d2, r), load(d2 && r1, r + p1), load(d2 && r2, r + p2), load(d2 && r3, r + p3),
    load(d3, s), load(d3 && r1, s + p1), load(d3 && r2, s + p2), load(d3 && r3, s + p3),
  );
}

// @ts-ignore: a decorator of AssemblyScript
@inline
function load(isThere: bool, address: usize): v128 {
  return isThere ? v128.load(address) : f32x4.splat(0);
}

/** Four channels of a tile of four pooling windows. */
// @ts-ignore: a decorator of AssemblyScript
@inline
function pooledTile(
  dy: usize, argmax: usize, D: usize, plane: usize, pixel: usize, row: usize, below: i32, right: i32,
): void {
  const zero = f32x4.splat(0), next = pixel >> 2, line = row >> 2;
  const p = loadPlaces(argmax), g = v128.load(dy);
  let q = zero, h = zero, r = zero, k = zero, s = zero, l = zero; // of windows that are not there
  if (right > 1) {
    q = loadPlaces(argmax + next);
    h = v128.load(dy + pixel);
  }
  if (below > 1) {
    r = loadPlaces(argmax + line);
    k = v128.load(dy + row);
    if (right > 1) {
      s = loadPlaces(argmax + line + next);
      l = v128.load(dy + row + pixel);
    }
  }
  transformTile(
    D, plane,
    gradientAt(0, g, p), gradientAt(1, g, p), gradientAt(0, h, q), gradientAt(1, h, q),
    gradientAt(2, g, p), gradientAt(3, g, p), gradientAt(2, h, q), gradientAt(3, h, q),
    gradientAt(0, k, r), gradientAt(1, k, r), gradientAt(0, l, s), gradientAt(1, l, s),
    gradientAt(2, k, r), gradientAt(3, k, r), gradientAt(2, l, s), gradientAt(3, l, s),
  );
}

/** All columns, then all rows: 36 places. */
// @ts-ignore: a decorator of AssemblyScript
@inline
function transformTile(
  D: usize, plane: usize,
  d00: v128, d01: v128, d02: v128, d03: v128, d10: v128, d11: v128, d12: v128, d13: v128,
  d20: v128, d21: v128, d22: v128, d23: v128, d30: v128, d31: v128, d32: v128, d33: v128,
): void {
  const row = 6 * plane;
  storeRow(D, plane, d00, d01, d02, d03);
  storeRow(
    D + row, plane, second(d00, d10, d20, d30), second(d01, d11, d21, d31),
    second(d02, d12, d22, d32), second(d03, d13, d23, d33),
  );
  storeRow(
    D + 2 * row, plane, third(d00, d10, d20, d30), third(d01, d11, d21, d31),
    third(d02, d12, d22, d32), third(d03, d13, d23, d33),
  );
  storeRow(
    D + 3 * row, plane, fourth(d00, d10, d20, d30), fourth(d01, d11, d21, d31),
    fourth(d02, d12, d22, d32), fourth(d03, d13, d23, d33),
  );
  storeRow(
    D + 4 * row, plane, fifth(d00, d10, d20, d30), fifth(d01, d11, d21, d31),
    fifth(d02, d12, d22, d32), fifth(d03, d13, d23, d33),
  );
  storeRow(D + 5 * row, plane, d30, d31, d32, d33);
}

/** One row of A·dy, times Aᵀ: six places. */
// @ts-ignore: a decorator of AssemblyScript
@inline
function storeRow(D: usize, plane: usize, a: v128, b: v128, c: v128, d: v128): void {
  v128.store(D, a);
  v128.store(D + plane, second(a, b, c, d));
  v128.store(D + 2 * plane, third(a, b, c, d));
  v128.store(D + 3 * plane, fourth(a, b, c, d));
  v128.store(D + 4 * plane, fifth(a, b, c, d));
  v128.store(D + 5 * plane, d);
}

/** a + b + c + d */
// @ts-ignore: a decorator of AssemblyScript
@inline
function second(a: v128, b: v128, c: v128, d: v128): v128 {
  return f32x4.add(f32x4.add(a, c), f32x4.add(b, d));
}

/** a − b + c − d */
// @ts-ignore: a decorator of AssemblyScript
@inline
function third(a: v128, b: v128, c: v128, d: v128): v128 {
  return f32x4.sub(f32x4.add(a, c), f32x4.add(b, d));
}

/** a + 2b + 4c + 8d */
// @ts-ignore: a decorator of AssemblyScript
@inline
function fourth(a: v128, b: v128, c: v128, d: v128): v128 {
  return madd(f32x4.splat(8), d, madd(f32x4.splat(4), c, madd(f32x4.splat(2), b, a)));
}

/** a − b/2 + c/4 − d/8 */
// @ts-ignore: a decorator of AssemblyScript
@inline
function fifth(a: v128, b: v128, c: v128, d: v128): v128 {
  return madd(f32x4.splat(-0.125), d, madd(f32x4.splat(0.25), c, madd(f32x4.splat(-0.5), b, a)));
}
