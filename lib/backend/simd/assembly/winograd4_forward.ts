import { gemm } from "./gemm";
import { winograd4Input } from "./winograd4_input";
import { winograd4Output, winograd4PoolOutput } from "./winograd4_output";
import { planeBytes } from "./winograd_planes";

/** y = x ∗ filter by Winograd's F(4 × 4, 3 × 3): as F(2 × 2, 3 × 3) in winograd_planes.ts, but a tile
 * of 6 × 6 input pixels gives 4 × 4 output pixels, and the 144 multiplications of each pair of
 * channels are 36, one a place of the tile.
 *
 * The matrices are those of the points 0, 1, −1, 2, −1/2 and ∞: with the usual 0, ±1, ±2 and ∞ the
 * rounding errors are three times as large (of the largest value 4.6e-6 for 1.5e-6, 32 channels), with
 * two additions less in each transform. */
export function winograd4Forward(
  x: usize, U: usize, bias: usize, y: usize, scratch: usize,
  n: i32, h: i32, w: i32, C: i32, O: i32, relu: i32, group: i32,
): void {
  const oh = h - 2, ow = w - 2, down = (oh + 3) >> 2, across = (ow + 3) >> 2;
  for (let first = 0; first < n; first += group) {
    const images = min(group, n - first);
    const M = multiplyPlanes(x, U, scratch, images, h, w, C, O, down, across);
    winograd4Output(M, bias, y, images, oh, ow, O, down, across, relu);
    x += <usize>(images * h * w * C) << 2;
    y += <usize>(images * oh * ow * O) << 2;
  }
}

/** The same behind a 2 × 2 max pool: a tile is four pooling windows.
 *
 * @param argmax 0: not wanted */
export function winograd4PoolForward(
  x: usize, U: usize, bias: usize, y: usize, argmax: usize, scratch: usize,
  n: i32, h: i32, w: i32, C: i32, O: i32, relu: i32, group: i32,
): void {
  const oh = h - 2, ow = w - 2, height = oh >> 1, width = ow >> 1;
  const down = (height + 1) >> 1, across = (width + 1) >> 1;
  for (let first = 0; first < n; first += group) {
    const images = min(group, n - first), pooled = <usize>(images * height * width * O);
    const M = multiplyPlanes(x, U, scratch, images, h, w, C, O, down, across);
    winograd4PoolOutput(M, bias, y, argmax, images, oh, ow, O, down, across, relu);
    x += <usize>(images * h * w * C) << 2;
    y += pooled << 2;
    if (argmax) argmax += pooled;
  }
}

/** The transformed images times the transformed filter, place by place; returns where it lies. */
function multiplyPlanes(
  x: usize, U: usize, scratch: usize, images: i32, h: i32, w: i32, C: i32, O: i32,
  down: i32, across: i32,
): usize {
  const rows = images * down * across, vPlane = planeBytes(rows, C), mPlane = planeBytes(rows, O);
  const M = scratch + 36 * vPlane, uPlane = <usize>(C * O) << 2;
  winograd4Input(x, scratch, images, h, w, C, down, across);
  for (let place: usize = 0; place < 36; place++) {
    gemm(scratch + place * vPlane, C, U + place * uPlane, M + place * mPlane, O, rows, O, C, 0);
  }
  return M;
}
