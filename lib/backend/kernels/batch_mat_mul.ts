import * as tf from "@tensorflow/tfjs";
import type { BackendWasm } from "@tensorflow/tfjs-backend-wasm";
import { defineKernel, type Kernel, runKernel } from "./kernel.ts";
import { matrixPairs } from "./matrix_pairs.ts";
import { simdHeap } from "../simd/heap.ts";
import { packedMatrixBytes } from "../simd/module.ts";
import { aligned } from "./simd_convolution.ts";

/** Matrix product, transposed or not: of float32 by the SIMD kernels, of int32 (as in
 * `tf.math.confusionMatrix`) in a plain loop, exact modulo 2³². (The gradients of a dense layer are
 * products with one factor transposed: tfjs computes those in a plain loop, and no integers.)
 *
 * Inputs: `a` `[…, m, k]` and `b` `[…, k, n]`, or with the last two axes swapped where `transposeA`
 * or `transposeB` says so; the leading axes broadcast. Result: `[…, m, n]`. Other types are left to
 * tfjs, which refuses them.
 */
export const batchMatMul: Kernel = defineKernel<tf.BatchMatMulInputs, tf.BatchMatMulAttrs>(
  tf.BatchMatMul,
  (call, stock) => {
    const { inputs: { a, b }, attrs, backend } = call;
    if (areBoth("float32", a, b)) return product(backend, a, b, attrs);
    return areBoth("int32", a, b) ? wholeProduct(backend, a, b, attrs) : stock(call);
  },
);

/** Activations that are kernels of their own. */
const activations: Readonly<Record<string, string>> = {
  elu: tf.Elu,
  relu6: tf.Relu6,
  sigmoid: tf.Sigmoid,
};

/** The same with bias, of any shape that broadcasts, and activation, as a dense layer predicts.
 * Activations with parameters, and other types than float32, are left to tfjs. */
export const fusedMatMul: Kernel = defineKernel<tf._FusedMatMulInputs, tf._FusedMatMulAttrs>(
  tf._FusedMatMul,
  (call, stock) => {
    const { inputs: { a, b, bias }, attrs, backend } = call;
    const { activation } = attrs;
    const isDone = activation === "linear" || activation === "relu";
    const isKnown = isDone || Object.hasOwn(activations, activation);
    if (!isKnown || !areBoth("float32", a, b) || bias && bias.dtype !== "float32") {
      return stock(call);
    }
    let result = product(backend, a, b, attrs);
    const columns = result.shape.at(-1)!;
    const isRow = !bias ||
      bias.shape.at(-1) === columns && tf.util.sizeFromShape(bias.shape) === columns;
    if (!isRow) result = replaced(backend, result, tf.Add, { a: result, b: bias });
    const heap = simdHeap(backend);
    const y = heap.address(result);
    const rows = tf.util.sizeFromShape(result.shape.slice(0, -1));
    const row = bias && isRow ? heap.address(bias) : 0;
    heap.kernels.biasAdd(y, row, y, rows, columns, Number(activation === "relu"));
    return isDone ? result : replaced(backend, result, activations[activation], { x: result });
  },
);

/** What another kernel makes of a result, which is disposed. */
function replaced(
  backend: BackendWasm,
  result: tf.TensorInfo,
  kernelName: string,
  inputs: Record<string, tf.TensorInfo>,
): tf.TensorInfo {
  const next = runKernel(kernelName, backend, inputs);
  backend.disposeData(result.dataId);
  return next;
}

function areBoth(dtype: tf.DataType, a: tf.TensorInfo, b: tf.TensorInfo): boolean {
  return a.dtype === dtype && b.dtype === dtype;
}

function product(
  backend: BackendWasm,
  a: tf.TensorInfo,
  b: tf.TensorInfo,
  attrs: tf.BatchMatMulAttrs,
): tf.TensorInfo {
  const { left: [rows, columns], M, K, N, shape, pairs } = matrixPairs(a.shape, b.shape, attrs);
  const { transposeA, transposeB } = attrs;
  const result = backend.makeOutput(shape, "float32");
  if (M === 0 || N === 0) return result;
  if (K === 0) {
    backend.typedArrayFromHeap(result).fill(0);
    return result;
  }
  const heap = simdHeap(backend);
  const packedBytes = aligned(packedMatrixBytes(K, N));
  const packed = heap.scratch(packedBytes + (transposeA ? aligned(4 * M * K) : 0));
  const [allA, allB, all] = [a, b, result].map((tensor) => heap.address(tensor));
  let packedNumber = -1;
  for (const [i, [first, second]] of pairs.entries()) {
    let left = allA + 4 * M * K * first;
    if (transposeA) {
      heap.kernels.transpose(left, packed + packedBytes, rows, columns);
      left = packed + packedBytes;
    }
    if (packedNumber !== second) {
      heap.kernels.packMatrix(allB + 4 * K * N * second, packed, K, N, Number(transposeB));
      packedNumber = second;
    }
    heap.kernels.gemm(left, K, packed, all + 4 * M * N * i, N, M, N, K, 0);
  }
  return result;
}

function wholeProduct(
  backend: BackendWasm,
  a: tf.TensorInfo,
  b: tf.TensorInfo,
  attrs: tf.BatchMatMulAttrs,
): tf.TensorInfo {
  const { M, K, N, shape, pairs } = matrixPairs(a.shape, b.shape, attrs);
  const result = backend.makeOutput(shape, "int32");
  const [x, w, y] = [a, b, result].map((tensor) => backend.typedArrayFromHeap(tensor));
  y.fill(0);
  const [aRow, aColumn] = attrs.transposeA ? [1, M] : [K, 1];
  const [bRow, bColumn] = attrs.transposeB ? [1, K] : [N, 1];
  for (const [i, [first, second]] of pairs.entries()) {
    for (let row = 0; row < M; row++) {
      const to = (i * M + row) * N;
      for (let k = 0; k < K; k++) {
        const factor = x[first * M * K + row * aRow + k * aColumn];
        if (factor === 0) continue; // most of a one-hot matrix
        const from = second * K * N + k * bRow;
        for (let j = 0; j < N; j++) y[to + j] += Math.imul(factor, w[from + j * bColumn]);
      }
    }
  }
  return result;
}
