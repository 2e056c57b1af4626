import * as tf from "@tensorflow/tfjs";
import type { BackendWasm } from "@tensorflow/tfjs-backend-wasm";
import { defineKernel, type Kernel, runKernel } from "./kernel.ts";
import { simdHeap } from "../simd/heap.ts";
import { packedMatrixBytes } from "../simd/module.ts";
import { aligned } from "./simd_convolution.ts";

/** Matrix product by the SIMD kernels, transposed or not. (The gradients of a dense layer are
 * products with one factor transposed: tfjs computes those in a plain loop.)
 *
 * Inputs: `a` `[…, m, k]` and `b` `[…, k, n]`, or with the last two axes swapped where `transposeA`
 * or `transposeB` says so. Result: `[…, m, n]`. Several matrices in one call, and other types than
 * float32, are left to tfjs.
 */
export const batchMatMul: Kernel = defineKernel<tf.BatchMatMulInputs, tf.BatchMatMulAttrs>(
  tf.BatchMatMul,
  (call, stock) => {
    const { inputs: { a, b }, attrs, backend } = call;
    return areFactors(a, b, attrs) ? product(backend, a, b, attrs) : stock(call);
  },
);

/** Activations that are kernels of their own. */
const activations: Readonly<Record<string, string>> = {
  elu: tf.Elu,
  relu6: tf.Relu6,
  sigmoid: tf.Sigmoid,
};

/** The same with bias and activation, as a dense layer predicts. Activations with parameters, and a
 * bias that is not a row, are left to tfjs. */
export const fusedMatMul: Kernel = defineKernel<tf._FusedMatMulInputs, tf._FusedMatMulAttrs>(
  tf._FusedMatMul,
  (call, stock) => {
    const { inputs: { a, b, bias }, attrs, backend } = call;
    const { activation } = attrs;
    const isDone = activation === "linear" || activation === "relu";
    const isKnown = isDone || Object.hasOwn(activations, activation);
    const columns = b.shape.at(attrs.transposeB ? -2 : -1)!;
    const isRow = !bias || isOneMatrix(bias) && bias.shape.at(-1) === columns &&
        tf.util.sizeFromShape(bias.shape) === columns;
    if (!isKnown || !isRow || !areFactors(a, b, attrs)) return stock(call);
    const result = product(backend, a, b, attrs);
    const heap = simdHeap(backend);
    const y = heap.address(result);
    const rows = tf.util.sizeFromShape(result.shape) / columns;
    const relu = Number(activation === "relu");
    heap.kernels.biasAdd(y, bias ? heap.address(bias) : 0, y, rows, columns, relu);
    if (isDone) return result;
    const activated = runKernel(activations[activation], backend, { x: result });
    backend.disposeData(result.dataId);
    return activated;
  },
);

/** Whether these are two matrices that can be multiplied; where they cannot, tfjs throws its error. */
function areFactors(
  a: tf.TensorInfo,
  b: tf.TensorInfo,
  { transposeA, transposeB }: tf.BatchMatMulAttrs,
): boolean {
  return isOneMatrix(a) && isOneMatrix(b) && a.shape.length > 1 && b.shape.length > 1 &&
    a.shape.at(transposeA ? -2 : -1) === b.shape.at(transposeB ? -1 : -2);
}

function isOneMatrix({ shape, dtype }: tf.TensorInfo): boolean {
  return dtype === "float32" && shape.slice(0, -2).every((size) => size === 1) &&
    tf.util.sizeFromShape(shape) > 0;
}

function product(
  backend: BackendWasm,
  a: tf.TensorInfo,
  b: tf.TensorInfo,
  { transposeA, transposeB }: tf.BatchMatMulAttrs,
): tf.TensorInfo {
  const [rows, columns] = a.shape.slice(-2);
  const [M, K] = transposeA ? [columns, rows] : [rows, columns];
  const N = b.shape.at(transposeB ? -2 : -1)!;
  const leading = (a.shape.length > b.shape.length ? a : b).shape.slice(0, -2);
  const result = backend.makeOutput([...leading, M, N], "float32");
  const heap = simdHeap(backend);
  const packedBytes = aligned(packedMatrixBytes(K, N));
  const packed = heap.scratch(packedBytes + (transposeA ? aligned(4 * M * K) : 0));
  let left = heap.address(a);
  if (transposeA) {
    heap.kernels.transpose(left, packed + packedBytes, rows, columns);
    left = packed + packedBytes;
  }
  heap.kernels.packMatrix(heap.address(b), packed, K, N, Number(transposeB));
  heap.kernels.gemm(left, K, packed, heap.address(result), N, M, N, K, 0);
  return result;
}
