import { gemm } from "./gemm";
import { winogradInput } from "./winograd_input";
import { winogradOutput } from "./winograd_output";
import { planeBytes, tilesAlong } from "./winograd_planes";

/** y = x ∗ filter by Winograd's algorithm; see winograd_planes.ts.
 *
 * Measured, counting the direct convolution's operations, on one core with a peak of 59 GFLOP/s: 16 → 32
 * channels 81 (91 by tiles of 4 × 4, see winograd4_forward.ts), 32 → 32 behind a pool 92 (148). */
export function winogradForward(
  x: usize, U: usize, bias: usize, y: usize, scratch: usize,
  n: i32, h: i32, w: i32, C: i32, O: i32, relu: i32, group: i32,
): void {
  const down = tilesAlong(h - 2), across = tilesAlong(w - 2);
  forward(x, U, bias, y, 0, scratch, n, h, w, C, O, down, across, relu, group);
}

/** The same behind a 2 × 2 max pool: a tile is a pooling window. */
export function winogradPoolForward(
  x: usize, U: usize, bias: usize, y: usize, argmax: usize, scratch: usize,
  n: i32, h: i32, w: i32, C: i32, O: i32, relu: i32, group: i32,
): void {
  forward(x, U, bias, y, argmax, scratch, n, h, w, C, O, (h - 2) >> 1, (w - 2) >> 1, relu, group);
}

/** The tiles of a few images at a time, so that their planes stay in the cache. */
function forward(
  x: usize, U: usize, bias: usize, y: usize, argmax: usize, scratch: usize,
  n: i32, h: i32, w: i32, C: i32, O: i32, down: i32, across: i32, relu: i32, group: i32,
): void {
  const oh = h - 2, ow = w - 2, tiles = down * across;
  const outputs = <usize>((argmax ? tiles : oh * ow) * O);
  for (let first = 0; first < n; first += group) {
    const images = min(group, n - first), rows = images * tiles;
    const vPlane = planeBytes(rows, C), mPlane = planeBytes(rows, O);
    const V = scratch, M = scratch + 16 * vPlane;
    winogradInput(x, V, images, h, w, C, down, across);
    for (let place: usize = 0; place < 16; place++) {
      const u = U + place * (<usize>(C * O) << 2);
      gemm(V + place * vPlane, C, u, M + place * mPlane, O, rows, O, C, 0);
    }
    winogradOutput(M, bias, y, argmax, images, oh, ow, O, down, across, relu);
    x += <usize>(images * h * w * C) << 2;
    y += <usize>images * outputs << 2;
    if (argmax) argmax += <usize>images * outputs;
  }
}
