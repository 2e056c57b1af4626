import * as tf from "@tensorflow/tfjs";
import type { Compute, Kernel } from "./kernel.ts";
import { add } from "./kernels/add.ts";
import { avgPoolGrad } from "./kernels/avg_pool_grad.ts";
import { batchMatMul, fusedMatMul } from "./kernels/batch_mat_mul.ts";
import { cast } from "./kernels/cast.ts";
import { conv2d, fusedConv2d } from "./kernels/conv2d.ts";
import { conv2dBackpropFilter } from "./kernels/conv2d_backprop_filter.ts";
import { conv2dBackpropInput } from "./kernels/conv2d_backprop_input.ts";
import { depthwiseBackpropFilter } from "./kernels/depthwise_backprop_filter.ts";
import { depthwiseBackpropInput } from "./kernels/depthwise_backprop_input.ts";
import { fusedBatchNorm } from "./kernels/fused_batch_norm.ts";
import { identity } from "./kernels/identity.ts";
import { maxPoolGrad } from "./kernels/max_pool_grad.ts";
import { mean } from "./kernels/mean.ts";
import { avgPool, maxPool } from "./kernels/pool.ts";
import { slice } from "./kernels/slice.ts";
import { sum } from "./kernels/sum.ts";
import { tile } from "./kernels/tile.ts";

const kernels: readonly Kernel[] = [
  add,
  avgPool,
  avgPoolGrad,
  batchMatMul,
  cast,
  conv2d,
  conv2dBackpropFilter,
  conv2dBackpropInput,
  depthwiseBackpropFilter,
  depthwiseBackpropInput,
  fusedBatchNorm,
  fusedConv2d,
  fusedMatMul,
  identity,
  maxPool,
  maxPoolGrad,
  mean,
  slice,
  sum,
  tile,
];

/** Puts this project's training kernels in the place of tfjs's own on the wasm backend, and adds
 * those it lacks. Does nothing the second time. */
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
    throw new Error(`Cannot compute ${kernelName} here: tfjs has no such kernel on wasm`);
  };
}
