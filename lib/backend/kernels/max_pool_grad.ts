import * as tf from "@tensorflow/tfjs";
import { asFloat, defineKernel, floatsOf, type Kernel } from "./kernel.ts";
import { forEachWindow, poolingOf, twoByTwo } from "./pool_windows.ts";
import { simdHeap } from "../simd/heap.ts";

/** Gradient of a max pooling: each output's gradient goes to the pixel that was its maximum, the
 * first one (row by row) where several are equal, as on tfjs's cpu backend. Windows of 2 × 2 go
 * through the SIMD kernels, fifty times as fast as tfjs's own, others through a plain loop.
 *
 * Inputs: `dy` `[batch, outHeight, outWidth, channels]`, `input` `[batch, height, width,
 * channels]`. Result: `input`'s shape.
 */
export const maxPoolGrad: Kernel = defineKernel<tf.MaxPoolGradInputs, tf.MaxPoolGradAttrs>(
  tf.MaxPoolGrad,
  ({ inputs, attrs, backend }) => {
    const info = poolingOf(inputs.input.shape, inputs.dy.shape, attrs);
    const dy = asFloat(backend, inputs.dy);
    const input = asFloat(backend, inputs.input);
    const dx = backend.makeOutput(input.shape, "float32");
    const sizes = twoByTwo(info, "float32");
    if (sizes !== undefined) {
      const heap = simdHeap(backend);
      const [x, from, to] = [input, dy, dx].map((tensor) => heap.address(tensor));
      heap.kernels.maxPool2InputGradient(x, from, to, ...sizes);
    } else {
      const values = floatsOf(backend, dx).fill(0);
      toWinners(floatsOf(backend, input), floatsOf(backend, dy), values, info);
    }
    backend.disposeData(dy.dataId);
    backend.disposeData(input.dataId);
    return dx;
  },
);

function toWinners(
  x: Float32Array,
  dy: Float32Array,
  dx: Float32Array,
  info: tf.backend_util.Conv2DInfo,
): void {
  const channels = info.inChannels;
  forEachWindow(info, (output, first, rows, columns) => {
    for (let c = 0; c < channels; c++) {
      const winner = winnerOf(x, first * channels + c, rows, columns, channels, info.inWidth);
      if (winner >= 0) dx[winner] += dy[output * channels + c];
    }
  });
}

/** Where the largest value of a window stands; -1 if it holds nothing above -∞ (as NaN). */
function winnerOf(
  x: Float32Array,
  corner: number,
  rows: number,
  columns: number,
  channels: number,
  width: number,
): number {
  let best = -Infinity;
  let winner = -1;
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      const at = corner + (i * width + j) * channels;
      if (x[at] > best) {
        best = x[at];
        winner = at;
      }
    }
  }
  return winner;
}
