import { madd } from "./madd";
import { storeLargest } from "./store_largest";
import { planeBytes } from "./winograd_planes";

/** y = Aᵀ·M·A of each tile, its 4 × 4 output pixels:
 *
 *          ⎡ 1  1   1  1    1   0 ⎤
 *     Aᵀ = ⎢ 0  1  −1  2  −1/2  0 ⎥
 *          ⎢ 0  1   1  4   1/4  0 ⎥
 *          ⎣ 0  1  −1  8  −1/8  1 ⎦
 *
 * Pixels of a tile that sticks out are left out. */
export function winograd4Output(
  M: usize, bias: usize, y: usize, images: i32, oh: i32, ow: i32, O: i32, down: i32, across: i32,
  relu: i32,
): void {
  const pixel = <usize>O << 2, row = <usize>ow * pixel;
  const plane = planeBytes(images * down * across, O);
  for (let n = 0; n < images; n++) {
    for (let i = 0; i < down; i++) {
      for (let j = 0; j < across; j++) {
        const target = y + <usize>(4 * i) * row + <usize>(4 * j) * pixel;
        for (let o: usize = 0; o < pixel; o += 16) {
          const b = bias ? bias + o : 0;
          transformTile(
            false, M, plane, b, relu, target + o, 0, pixel, row, oh - 4 * i, ow - 4 * j,
          );
          M += 16;
        }
      }
    }
    y += <usize>oh * row;
  }
}

/** The same, of each 2 × 2 output pixels only the largest.
 *
 * @param argmax which it was, see `storeLargest`; 0: not wanted */
export function winograd4PoolOutput(
  M: usize, bias: usize, y: usize, argmax: usize, images: i32, oh: i32, ow: i32, O: i32,
  down: i32, across: i32, relu: i32,
): void {
  const height = oh >> 1, width = ow >> 1, pixel = <usize>O << 2, row = <usize>width * pixel;
  const plane = planeBytes(images * down * across, O);
  for (let n = 0; n < images; n++) {
    for (let i = 0; i < down; i++) {
      for (let j = 0; j < across; j++) {
        const at = <usize>(2 * i) * row + <usize>(2 * j) * pixel;
        for (let o: usize = 0; o < pixel; o += 16) {
          const b = bias ? bias + o : 0;
          const place = next(argmax, at + o);
          transformTile(
            true, M, plane, b, relu, y + at + o, place, pixel, row, height - 2 * i, width - 2 * j,
          );
          M += 16;
        }
      }
    }
    y += <usize>height * row;
    if (argmax) argmax += <usize>(height * width * O);
  }
}

/** Four channels of one tile: all columns, then all rows.
 *
 * @param rows how many rows of the result there are from here on; columns likewise */
// @ts-ignore: a decorator of AssemblyScript
@inline
function transformTile(
  pooled: bool, M: usize, plane: usize, bias: usize, relu: i32, y: usize, argmax: usize,
  pixel: usize, row: usize, rows: i32, columns: i32,
): void {
  const shift = !pooled && bias ? v128.load(bias) : f32x4.splat(0);
  let m0: v128, m1: v128, m2: v128, m3: v128, m4: v128, m5: v128;
  m0 = v128.load(M); m1 = v128.load(M + 6 * plane); m2 = v128.load(M + 12 * plane);
  m3 = v128.load(M + 18 * plane); m4 = v128.load(M + 24 * plane); m5 = v128.load(M + 30 * plane);
  const a0 = first(m0, m1, m2, m3, m4), a1 = second(m1, m2, m3, m4);
  const a2 = third(m1, m2, m3, m4), a3 = fourth(m1, m2, m3, m4, m5);
  m0 = v128.load(M + 1 * plane); m1 = v128.load(M + 7 * plane); m2 = v128.load(M + 13 * plane);
  m3 = v128.load(M + 19 * plane); m4 = v128.load(M + 25 * plane); m5 = v128.load(M + 31 * plane);
  const b0 = first(m0, m1, m2, m3, m4), b1 = second(m1, m2, m3, m4);
  const b2 = third(m1, m2, m3, m4), b3 = fourth(m1, m2, m3, m4, m5);
  m0 = v128.load(M + 2 * plane); m1 = v128.load(M + 8 * plane); m2 = v128.load(M + 14 * plane);
  m3 = v128.load(M + 20 * plane); m4 = v128.load(M + 26 * plane); m5 = v128.load(M + 32 * plane);
  const c0 = first(m0, m1, m2, m3, m4), c1 = second(m1, m2, m3, m4);
  const c2 = third(m1, m2, m3, m4), c3 = fourth(m1, m2, m3, m4, m5);
  m0 = v128.load(M + 3 * plane); m1 = v128.load(M + 9 * plane); m2 = v128.load(M + 15 * plane);
  m3 = v128.load(M + 21 * plane); m4 = v128.load(M + 27 * plane); m5 = v128.load(M + 33 * plane);
  const d0 = first(m0, m1, m2, m3, m4), d1 = second(m1, m2, m3, m4);
  const d2 = third(m1, m2, m3, m4), d3 = fourth(m1, m2, m3, m4, m5);
  m0 = v128.load(M + 4 * plane); m1 = v128.load(M + 10 * plane); m2 = v128.load(M + 16 * plane);
  m3 = v128.load(M + 22 * plane); m4 = v128.load(M + 28 * plane); m5 = v128.load(M + 34 * plane);
  const e0 = first(m0, m1, m2, m3, m4), e1 = second(m1, m2, m3, m4);
  const e2 = third(m1, m2, m3, m4), e3 = fourth(m1, m2, m3, m4, m5);
  m0 = v128.load(M + 5 * plane); m1 = v128.load(M + 11 * plane); m2 = v128.load(M + 17 * plane);
  m3 = v128.load(M + 23 * plane); m4 = v128.load(M + 29 * plane); m5 = v128.load(M + 35 * plane);
  const f0 = first(m0, m1, m2, m3, m4), f1 = second(m1, m2, m3, m4);
  const f2 = third(m1, m2, m3, m4), f3 = fourth(m1, m2, m3, m4, m5);
  const y00 = first(a0, b0, c0, d0, e0), y01 = second(b0, c0, d0, e0);
  const y02 = third(b0, c0, d0, e0), y03 = fourth(b0, c0, d0, e0, f0);
  const y10 = first(a1, b1, c1, d1, e1), y11 = second(b1, c1, d1, e1);
  const y12 = third(b1, c1, d1, e1), y13 = fourth(b1, c1, d1, e1, f1);
  if (pooled) {
    storeLargest(y00, y01, y10, y11, bias, relu, y, argmax, 4);
    if (columns > 1) {
      storeLargest(y02, y03, y12, y13, bias, relu, y + pixel, next(argmax, pixel), 4);
    }
    if (rows < 2) return;
    y += row;
    argmax = next(argmax, row);
  } else {
    storePixels(y00, y01, y02, y03, shift, relu, y, pixel, columns);
    if (rows < 2) return;
    storePixels(y10, y11, y12, y13, shift, relu, y + row, pixel, columns);
    if (rows < 3) return;
    y += 2 * row;
  }
  const y20 = first(a2, b2, c2, d2, e2), y21 = second(b2, c2, d2, e2);
  const y22 = third(b2, c2, d2, e2), y23 = fourth(b2, c2, d2, e2, f2);
  const y30 = first(a3, b3, c3, d3, e3), y31 = second(b3, c3, d3, e3);
  const y32 = third(b3, c3, d3, e3), y33 = fourth(b3, c3, d3, e3, f3);
  if (pooled) {
    storeLargest(y20, y21, y30, y31, bias, relu, y, argmax, 4);
    if (columns > 1) {
      storeLargest(y22, y23, y32, y33, bias, relu, y + pixel, next(argmax, pixel), 4);
    }
  } else {
    storePixels(y20, y21, y22, y23, shift, relu, y, pixel, columns);
    if (rows > 3) storePixels(y30, y31, y32, y33, shift, relu, y + row, pixel, columns);
  }
}

/** Where the place of a later value lies, one byte for four. */
// @ts-ignore: a decorator of AssemblyScript
@inline
function next(argmax: usize, bytes: usize): usize {
  return argmax ? argmax + (bytes >> 2) : 0;
}

/** Adds the bias to a row of four pixels, cuts off at 0 where `relu` says so, and stores those that
 * there are. */
// @ts-ignore: a decorator of AssemblyScript
@inline
function storePixels(
  y0: v128, y1: v128, y2: v128, y3: v128, shift: v128, relu: i32, y: usize, pixel: usize, columns: i32,
): void {
  v128.store(y, shifted(y0, shift, relu));
  if (columns < 2) return;
  v128.store(y + pixel, shifted(y1, shift, relu));
  if (columns < 3) return;
  v128.store(y + 2 * pixel, shifted(y2, shift, relu));
  if (columns > 3) v128.store(y + 3 * pixel, shifted(y3, shift, relu));
}

// @ts-ignore: a decorator of AssemblyScript
@inline
function shifted(value: v128, shift: v128, relu: i32): v128 {
  const sum = f32x4.add(value, shift);
  return relu ? f32x4.pmax(sum, f32x4.splat(0)) : sum; // lets NaN through
}

/** m0 + m1 + m2 + m3 + m4 */
// @ts-ignore: a decorator of AssemblyScript
@inline
function first(m0: v128, m1: v128, m2: v128, m3: v128, m4: v128): v128 {
  return f32x4.add(f32x4.add(m0, m3), f32x4.add(f32x4.add(m1, m2), m4));
}

/** m1 − m2 + 2 · m3 − 1/2 · m4 */
// @ts-ignore: a decorator of AssemblyScript
@inline
function second(m1: v128, m2: v128, m3: v128, m4: v128): v128 {
  return madd(f32x4.splat(2), m3, madd(f32x4.splat(-0.5), m4, f32x4.sub(m1, m2)));
}

/** m1 + m2 + 4 · m3 + 1/4 · m4 */
// @ts-ignore: a decorator of AssemblyScript
@inline
function third(m1: v128, m2: v128, m3: v128, m4: v128): v128 {
  return madd(f32x4.splat(4), m3, madd(f32x4.splat(0.25), m4, f32x4.add(m1, m2)));
}

/** m1 − m2 + 8 · m3 − 1/8 · m4 + m5 */
// @ts-ignore: a decorator of AssemblyScript
@inline
function fourth(m1: v128, m2: v128, m3: v128, m4: v128, m5: v128): v128 {
  const rest = f32x4.add(f32x4.sub(m1, m2), m5);
  return madd(f32x4.splat(8), m3, madd(f32x4.splat(-0.125), m4, rest));
}
