import * as tf from "@tensorflow/tfjs";
import { defineKernel, floatsOf, type Kernel, type KernelCall } from "./kernel.ts";
import { simdHeap } from "../simd/heap.ts";
import { forEachWindow, isStockPooling, twoByTwo } from "./pool_windows.ts";

/** Max pooling; over 2 × 2 pixels by the SIMD kernels, where NaN counts as the largest. What tfjs
 * computes wrongly goes through a plain loop, where a window wholly in the padding has the maximum -∞, as
 * on tfjs's cpu backend; other poolings are left to tfjs.
 *
 * Input: `x` `[batch, height, width, channels]`. Result: `[batch, outHeight, outWidth, channels]`.
 */
export const maxPool: Kernel = defineKernel<tf.MaxPoolInputs, tf.MaxPoolAttrs>(
  tf.MaxPool,
  (call, stock) =>
    pooled(call, {
      simd: (kernels, x, y, sizes) => kernels.maxPool2(x, y, 0, ...sizes),
      start: -Infinity,
      add: Math.max,
      finish: (largest) => largest,
    }) ?? stock(call),
);

/** Average pooling, likewise; the mean over a window in the padding is that of no pixels, NaN. */
export const avgPool: Kernel = defineKernel<tf.AvgPoolInputs, tf.AvgPoolAttrs>(
  tf.AvgPool,
  (call, stock) =>
    pooled(call, {
      simd: (kernels, x, y, sizes) => kernels.averagePool2(x, y, ...sizes),
      start: 0,
      add: (sum, value) => sum + value,
      finish: (sum, count) => sum / count,
    }) ?? stock(call),
);

/** What is done with the values of a window. */
interface Reduction {
  readonly simd: (
    kernels: ReturnType<typeof simdHeap>["kernels"],
    x: number,
    y: number,
    sizes: [number, number, number, number],
  ) => void;
  readonly start: number;
  readonly add: (total: number, value: number) => number;
  readonly finish: (total: number, count: number) => number;
}

function pooled(
  { inputs: { x }, attrs, backend }: KernelCall<{ x: unknown }, tf.AvgPoolAttrs>,
  reduction: Reduction,
): tf.TensorInfo | undefined {
  const info = tf.backend_util.computePool2DInfo(
    x.shape as [number, number, number, number],
    attrs.filterSize,
    attrs.strides,
    1,
    attrs.pad,
    attrs.dimRoundingMode,
  );
  const sizes = twoByTwo(info, x.dtype);
  const isPlain = sizes === undefined;
  if (isPlain && (x.dtype !== "float32" || isStockPooling(info))) return undefined;
  const result = backend.makeOutput(info.outShape, "float32");
  if (isPlain) {
    reduce(floatsOf(backend, x), floatsOf(backend, result), info, reduction);
  } else {
    const heap = simdHeap(backend);
    reduction.simd(heap.kernels, heap.address(x), heap.address(result), sizes);
  }
  return result;
}

function reduce(
  x: Float32Array,
  y: Float32Array,
  info: tf.backend_util.Conv2DInfo,
  { start, add, finish }: Reduction,
): void {
  const { inChannels: channels, inWidth } = info;
  forEachWindow(info, (output, first, rows, columns) => {
    for (let c = 0; c < channels; c++) {
      let total = start;
      for (let i = 0; i < rows; i++) {
        for (let j = 0; j < columns; j++) {
          total = add(total, x[(first + i * inWidth + j) * channels + c]);
        }
      }
      y[output * channels + c] = finish(total, rows * columns);
    }
  });
}
