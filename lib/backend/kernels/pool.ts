import * as tf from "@tensorflow/tfjs";
import { defineKernel, type Kernel, type KernelCall } from "./kernel.ts";
import { simdHeap } from "../simd/heap.ts";
import { twoByTwo } from "./pool_windows.ts";

/** Max pooling; over 2 × 2 pixels by the SIMD kernels, where NaN counts as the largest, else by tfjs's
 * own.
 *
 * Input: `x` `[batch, height, width, channels]`. Result: `[batch, outHeight, outWidth, channels]`.
 */
export const maxPool: Kernel = defineKernel<tf.MaxPoolInputs, tf.MaxPoolAttrs>(
  tf.MaxPool,
  (call, stock) =>
    pooled(call, (kernels, x, y, sizes) => kernels.maxPool2(x, y, 0, ...sizes)) ?? stock(call),
);

/** Average pooling, likewise. */
export const avgPool: Kernel = defineKernel<tf.AvgPoolInputs, tf.AvgPoolAttrs>(
  tf.AvgPool,
  (call, stock) =>
    pooled(call, (kernels, x, y, sizes) => kernels.averagePool2(x, y, ...sizes)) ?? stock(call),
);

function pooled(
  { inputs: { x }, attrs, backend }: KernelCall<{ x: unknown }, tf.AvgPoolAttrs>,
  compute: (
    kernels: ReturnType<typeof simdHeap>["kernels"],
    x: number,
    y: number,
    sizes: [number, number, number, number],
  ) => void,
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
  if (sizes === undefined) return undefined;
  const result = backend.makeOutput(info.outShape, "float32");
  const heap = simdHeap(backend);
  compute(heap.kernels, heap.address(x), heap.address(result), sizes);
  return result;
}
