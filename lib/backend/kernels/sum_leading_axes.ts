import * as tf from "@tensorflow/tfjs";
import { floatsOf, type KernelCall } from "./kernel.ts";
import { simdHeap } from "../simd/heap.ts";

/** Sums a float32 tensor over its leading axes by the SIMD kernels, or averages it: the gradient of a
 * bias, the mean of a channel.
 *
 * @param call of a reducing kernel; `axis` must be 0, 1 … without the last one
 * @param average divides by the number of values summed
 * @returns the result, or `undefined` where the axes are others: tfjs is fast at the trailing ones,
 *   but transposes the whole tensor for the leading ones
 */
export function sumLeadingAxes(
  call: KernelCall<{ x: unknown }, { axis: number | number[]; keepDims: boolean }>,
  average: boolean,
): tf.TensorInfo | undefined {
  const { inputs: { x }, attrs: { axis, keepDims }, backend } = call;
  const axes = tf.util.parseAxisParam(axis, x.shape).sort((a, b) => a - b);
  const isLeading = axes.length > 0 && axes.length < x.shape.length &&
    axes.every((value, index) => value === index);
  if (x.dtype !== "float32" || !isLeading) return undefined;
  const kept = x.shape.slice(axes.length);
  const shape = keepDims ? [...axes.map(() => 1), ...kept] : kept;
  const result = backend.makeOutput(shape, "float32");
  const columns = tf.util.sizeFromShape(kept);
  const rows = tf.util.sizeFromShape(x.shape.slice(0, axes.length));
  const heap = simdHeap(backend);
  heap.kernels.columnSums(heap.address(x), heap.address(result), rows, columns);
  if (average) {
    const values = floatsOf(backend, result);
    for (let i = 0; i < values.length; i++) values[i] /= rows;
  }
  return result;
}
