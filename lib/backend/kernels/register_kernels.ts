/** All kernels that tfjs's wasm backend gets from here: those it lacks for training, and faster ones for
 * those it has. What one of them does not take, tfjs's own computes.
 *
 * @module
 */

import * as tf from "@tensorflow/tfjs";
import type { Compute, Kernel } from "./kernel.ts";
import { avgPoolGrad } from "./avg_pool_grad.ts";
import { batchMatMul, fusedMatMul } from "./batch_mat_mul.ts";
import { conv2d, fusedConv2d } from "./conv2d.ts";
import { conv2dBackpropFilter } from "./conv2d_backprop_filter.ts";
import { conv2dBackpropInput } from "./conv2d_backprop_input.ts";
import { conv3dBackpropFilter, conv3dBackpropInput } from "./conv3d_gradients.ts";
import { cast, identity, slice, tile } from "./copies.ts";
import { cumprod, cumsum } from "./cumulative.ts";
import { depthwiseBackpropFilter, depthwiseBackpropInput } from "./depthwise_backprop.ts";
import { depthwiseConv2d, fusedDepthwiseConv2d } from "./depthwise_conv2d.ts";
import { dilation2d, dilation2dBackpropFilter, dilation2dBackpropInput } from "./dilation2d.ts";
import { fusedBatchNorm } from "./fused_batch_norm.ts";
import { maxPool3d, maxPool3dGrad } from "./max_pool_3d.ts";
import { maxPoolGrad } from "./max_pool_grad.ts";
import { avgPool, maxPool } from "./pool.ts";
import { resizeBilinearGrad, resizeNearestNeighborGrad } from "./resize_gradients.ts";
import { add, mean, sum } from "./rows.ts";
import { unsortedSegmentSum } from "./unsorted_segment_sum.ts";

const kernels: readonly Kernel[] = [
  add,
  avgPool,
  avgPoolGrad,
  batchMatMul,
  cast,
  conv2d,
  conv2dBackpropFilter,
  conv2dBackpropInput,
  conv3dBackpropFilter,
  conv3dBackpropInput,
  cumprod,
  cumsum,
  depthwiseBackpropFilter,
  depthwiseBackpropInput,
  depthwiseConv2d,
  dilation2d,
  dilation2dBackpropFilter,
  dilation2dBackpropInput,
  fusedBatchNorm,
  fusedConv2d,
  fusedDepthwiseConv2d,
  fusedMatMul,
  identity,
  maxPool,
  maxPool3d,
  maxPool3dGrad,
  maxPoolGrad,
  mean,
  resizeBilinearGrad,
  resizeNearestNeighborGrad,
  slice,
  sum,
  tile,
  unsortedSegmentSum,
];

/** Puts this project's training kernels in the place of tfjs's own on the wasm backend, and adds
 * those it lacks. Does nothing the second time.
 *
 * @example
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 * import { initBackend } from "@lib/backend/backend.ts"; // which registers them
 * import { deepStrictEqual } from "node:assert";
 *
 * await initBackend("wasm");
 * const image = tf.tensor4d([1, 3, 2, 0], [1, 2, 2, 1]);
 * const gradient = tf.grad((x) => tf.maxPool(x as tf.Tensor4D, 2, 2, "valid"))(image);
 * deepStrictEqual([...gradient.dataSync()], [0, 1, 0, 0]); // the pixel that was the largest
 * ```
 */
export function registerKernels(): void {
  if (tf.getKernel(conv2dBackpropFilter.kernelName, "wasm") !== undefined) return;
  for (const { kernelName, make } of kernels) {
    const stock: tf.KernelConfig | undefined = tf.getKernel(kernelName, "wasm");
    if (stock !== undefined) tf.unregisterKernel(kernelName, "wasm");
    const compute = make((stock?.kernelFunc ?? lacking(kernelName)) as unknown as Compute);
    tf.registerKernel({
      ...stock, // its set-up serves it where it is still called
      kernelName,
      backendName: "wasm",
      kernelFunc: compute as unknown as tf.KernelFunc,
    });
  }
}

function lacking(kernelName: string): () => never {
  return () => {
    throw new Error(
      `Cannot compute ${kernelName} on backend wasm: tfjs has no such kernel; "cpu" may have it`,
    );
  };
}
