import * as tf from "@tensorflow/tfjs";
import type { BackendWasm } from "@tensorflow/tfjs-backend-wasm";
import { defineKernel, type Kernel, runKernel } from "../kernel.ts";

/** Matrix product. tfjs multiplies transposed matrices in a plain loop, others fast: so a factor
 * that is to be transposed is transposed first. (The gradients of a dense layer are such products.)
 *
 * Inputs: `a` `[…, m, k]` and `b` `[…, k, n]`, or with the last two axes swapped where `transposeA`
 * or `transposeB` says so. Result: `[…, m, n]`. Several matrices in one call, and other types than
 * float32, are left to tfjs.
 */
export const batchMatMul: Kernel = defineKernel<tf.BatchMatMulInputs, tf.BatchMatMulAttrs>(
  tf.BatchMatMul,
  (call, stock) => {
    const { inputs: { a, b }, attrs: { transposeA, transposeB }, backend } = call;
    const isPlain = !transposeA && !transposeB;
    if (isPlain || !isOneMatrix(a) || !isOneMatrix(b)) return stock(call);
    const left = straight(backend, a, transposeA);
    const right = straight(backend, b, transposeB);
    const attrs = { transposeA: false, transposeB: false };
    const result = stock({ inputs: { a: left, b: right }, attrs, backend });
    backend.disposeData(left.dataId);
    backend.disposeData(right.dataId);
    return result;
  },
);

function isOneMatrix({ shape, dtype }: tf.TensorInfo): boolean {
  return dtype === "float32" && shape.slice(0, -2).every((size) => size === 1);
}

/** The matrix, transposed where it is to be, else itself; the caller disposes it. */
function straight(backend: BackendWasm, x: tf.TensorInfo, isTransposed: boolean): tf.TensorInfo {
  if (!isTransposed) return runKernel(tf.Identity, backend, { x });
  const rank = x.shape.length;
  const perm = x.shape.map((_, axis) => axis);
  [perm[rank - 2], perm[rank - 1]] = [rank - 1, rank - 2];
  return runKernel(tf.Transpose, backend, { x }, { perm });
}
