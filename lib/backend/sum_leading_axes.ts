import * as tf from "@tensorflow/tfjs";
import { floatsOf, type KernelCall } from "./kernel.ts";

/** Sums a float32 tensor over its leading axes, in 64 bits, times a factor: the gradient of a bias,
 * the mean of a channel.
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
  const sums = columnSums(floatsOf(backend, x), rows, columns);
  floatsOf(backend, result).set(average ? sums.map((sum) => sum / rows) : sums);
  return result;
}

/** Sums of the columns of a matrix, four rows at a time to touch the sums less often. */
function columnSums(x: Float32Array, rows: number, columns: number): Float64Array {
  const sums = new Float64Array(columns);
  const inFours = rows - rows % 4;
  for (let row = 0; row < inFours; row += 4) {
    const a = row * columns;
    const b = a + columns;
    const c = b + columns;
    const d = c + columns;
    for (let j = 0; j < columns; j++) sums[j] += (x[a + j] + x[b + j]) + (x[c + j] + x[d + j]);
  }
  for (let row = inFours; row < rows; row++) {
    for (let j = 0; j < columns; j++) sums[j] += x[row * columns + j];
  }
  return sums;
}
