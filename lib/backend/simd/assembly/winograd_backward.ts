import { gemm } from "./gemm";
import { addTransposedProduct } from "./multiply_transposed";
import { winogradFilterGradient } from "./winograd_filter_gradient";
import { winogradInput } from "./winograd_input";
import { winogradInputGradient } from "./winograd_input_gradient";
import { winogradOutputGradient } from "./winograd_output_gradient";
import { planeBytes, tilesAlong } from "./winograd_planes";
import { winograd4FilterGradient } from "./winograd4_filter_gradient";
import { winograd4Input } from "./winograd4_input";
import { winograd4InputGradient } from "./winograd4_input_gradient";
import { winograd4OutputGradient } from "./winograd4_output_gradient";

/** dw and dx from dy by the adjoints of Winograd's algorithm; see winograd_planes.ts. `docs/kernels.md`
 * has how long either size of tile takes. */
export function winogradBackward(
  x: usize, dy: usize, UT: usize, dw: usize, dx: usize, scratch: usize,
  n: i32, h: i32, w: i32, C: i32, O: i32, group: i32,
): void {
  const down = tilesAlong(h - 2), across = tilesAlong(w - 2);
  backward(16, x, dy, 0, UT, dw, dx, scratch, n, h, w, C, O, down, across, group);
}

/** The same behind a 2 × 2 max pool: a tile is a pooling window. */
export function winogradPoolBackward(
  x: usize, dyPooled: usize, argmax: usize, UT: usize, dw: usize, dx: usize, scratch: usize,
  n: i32, h: i32, w: i32, C: i32, O: i32, group: i32,
): void {
  const down = (h - 2) >> 1, across = (w - 2) >> 1;
  backward(16, x, dyPooled, argmax, UT, dw, dx, scratch, n, h, w, C, O, down, across, group);
}

/** dw and dx by the adjoints of F(4 × 4, 3 × 3); see winograd4_forward.ts. */
export function winograd4Backward(
  x: usize, dy: usize, UT: usize, dw: usize, dx: usize, scratch: usize,
  n: i32, h: i32, w: i32, C: i32, O: i32, group: i32,
): void {
  const down = (h + 1) >> 2, across = (w + 1) >> 2;
  backward(36, x, dy, 0, UT, dw, dx, scratch, n, h, w, C, O, down, across, group);
}

/** The same behind a 2 × 2 max pool: a tile is four pooling windows. */
export function winograd4PoolBackward(
  x: usize, dyPooled: usize, argmax: usize, UT: usize, dw: usize, dx: usize, scratch: usize,
  n: i32, h: i32, w: i32, C: i32, O: i32, group: i32,
): void {
  const down = tilesAlong((h - 2) >> 1), across = tilesAlong((w - 2) >> 1);
  backward(36, x, dyPooled, argmax, UT, dw, dx, scratch, n, h, w, C, O, down, across, group);
}

/** The tiles of a few images at a time:
 *
 *     dy → D,   x → V:   dU += Vᵀ·D of each place, at the end dU → dw
 *                        dV  = D·UT of each place, dV → dx           (dV lies where V lay)
 *
 * @param places of a tile: 16 of 2 × 2 output pixels, 36 of 4 × 4 */
function backward(
  places: usize, x: usize, dy: usize, argmax: usize, UT: usize, dw: usize, dx: usize, scratch: usize,
  n: i32, h: i32, w: i32, C: i32, O: i32, down: i32, across: i32, group: i32,
): void {
  const oh = h - 2, ow = w - 2, tiles = down * across, isOf4 = places == 36;
  const outputs = <usize>((argmax ? (oh >> 1) * (ow >> 1) : oh * ow) * O);
  const uPlane = <usize>(C * O) << 2, dU = scratch;
  if (dw) memory.fill(dU, 0, places * uPlane);
  for (let first = 0; first < n; first += group) {
    const images = min(group, n - first), rows = images * tiles;
    const vPlane = planeBytes(rows, C), dPlane = planeBytes(rows, O);
    const V = scratch + places * uPlane, D = V + places * vPlane;
    const inputs = <usize>(images * h * w * C) << 2;
    if (isOf4) winograd4OutputGradient(dy, argmax, D, images, oh, ow, O, down, across);
    else winogradOutputGradient(dy, argmax, D, images, oh, ow, O, down, across);
    if (dw) {
      if (isOf4) winograd4Input(x, V, images, h, w, C, down, across);
      else winogradInput(x, V, images, h, w, C, down, across);
      for (let place: usize = 0; place < places; place++) {
        const v = V + place * vPlane, d = D + place * dPlane;
        addTransposedProduct(v, d, dU + place * uPlane, rows, C, O);
      }
      x += inputs;
    }
    if (dx) {
      for (let place: usize = 0; place < places; place++) {
        const d = D + place * dPlane, u = UT + place * uPlane;
        gemm(d, O, u, V + place * vPlane, C, rows, C, O, 0);
      }
      memory.fill(dx, 0, inputs);
      if (isOf4) winograd4InputGradient(V, dx, images, h, w, C, down, across);
      else winogradInputGradient(V, dx, images, h, w, C, down, across);
      dx += inputs;
    }
    dy += <usize>images * outputs << 2;
    if (argmax) argmax += <usize>images * outputs;
  }
  if (!dw) return;
  if (isOf4) winograd4FilterGradient(dU, dw, C * O);
  else winogradFilterGradient(dU, dw, C * O);
}
