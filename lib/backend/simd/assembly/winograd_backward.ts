import { addFilterGradient } from "./conv_filter_gradient";
import { gemm } from "./gemm";
import { winogradFilterGradient } from "./winograd_filter_gradient";
import { winogradInput } from "./winograd_input";
import { winogradInputGradient } from "./winograd_input_gradient";
import { winogradOutputGradient } from "./winograd_output_gradient";
import { planeBytes, tilesAlong } from "./winograd_planes";

/** dw and dx from dy by the adjoints of Winograd's algorithm; see winograd_planes.ts.
 *
 * Measured, counting the direct gradients' operations, on one core with a peak of 59 GFLOP/s: 32 → 64
 * channels behind a pool 105 (odd row and column dropped), 32 → 32 86, 24 → 64 77, 8 → 24 61. */
export function winogradBackward(
  x: usize, dy: usize, UT: usize, dw: usize, dx: usize, scratch: usize,
  n: i32, h: i32, w: i32, C: i32, O: i32, group: i32,
): void {
  const down = tilesAlong(h - 2), across = tilesAlong(w - 2);
  backward(x, dy, 0, UT, dw, dx, scratch, n, h, w, C, O, down, across, group);
}

/** The same behind a 2 × 2 max pool: a tile is a pooling window. */
export function winogradPoolBackward(
  x: usize, dyPooled: usize, argmax: usize, UT: usize, dw: usize, dx: usize, scratch: usize,
  n: i32, h: i32, w: i32, C: i32, O: i32, group: i32,
): void {
  const down = (h - 2) >> 1, across = (w - 2) >> 1;
  backward(x, dyPooled, argmax, UT, dw, dx, scratch, n, h, w, C, O, down, across, group);
}

/** The tiles of a few images at a time:
 *
 *     dy → D,   x → V:   dU += Vᵀ·D of each place, at the end dU → dw
 *                        dV  = D·UT of each place, dV → dx           (dV lies where V lay) */
function backward(
  x: usize, dy: usize, argmax: usize, UT: usize, dw: usize, dx: usize, scratch: usize,
  n: i32, h: i32, w: i32, C: i32, O: i32, down: i32, across: i32, group: i32,
): void {
  const oh = h - 2, ow = w - 2, tiles = down * across;
  const outputs = <usize>((argmax ? tiles : oh * ow) * O);
  const uPlane = <usize>(C * O) << 2, dU = scratch;
  if (dw) memory.fill(dU, 0, 16 * uPlane);
  for (let first = 0; first < n; first += group) {
    const images = min(group, n - first), rows = images * tiles;
    const vPlane = planeBytes(rows, C), dPlane = planeBytes(rows, O);
    const V = scratch + 16 * uPlane, D = V + 16 * vPlane, inputs = <usize>(images * h * w * C) << 2;
    winogradOutputGradient(dy, argmax, D, images, oh, ow, O, down, across);
    if (dw) {
      winogradInput(x, V, images, h, w, C, down, across);
      for (let place: usize = 0; place < 16; place++) { // a product of matrices as a 1 × 1 convolution
        const v = V + place * vPlane, d = D + place * dPlane;
        addFilterGradient(v, d, dU + place * uPlane, 1, 1, rows, C, O, 1, 1);
      }
      x += inputs;
    }
    if (dx) {
      for (let place: usize = 0; place < 16; place++) {
        const d = D + place * dPlane, u = UT + place * uPlane;
        gemm(d, O, u, V + place * vPlane, C, rows, C, O, 0);
      }
      memory.fill(dx, 0, inputs);
      winogradInputGradient(V, dx, images, h, w, C, down, across);
      dx += inputs;
    }
    dy += <usize>images * outputs << 2;
    if (argmax) argmax += <usize>images * outputs;
  }
  if (dw) winogradFilterGradient(dU, dw, C * O);
}
