import * as tf from "@tensorflow/tfjs";
import type { BackendWasm } from "@tensorflow/tfjs-backend-wasm";

/** What tfjs hands to a kernel on the wasm backend; `Inputs` and `Attributes` are those of the one
 * kernel. */
export interface KernelCall<Inputs = tf.NamedTensorInfoMap, Attributes = object> {
  readonly inputs: { readonly [Name in keyof Inputs]-?: tf.TensorInfo };
  readonly attrs: Attributes;
  readonly backend: BackendWasm;
}

/** Computes one tensor on tfjs's heap. */
export type Compute<Inputs = tf.NamedTensorInfoMap, Attributes = object> = (
  call: KernelCall<Inputs, Attributes>,
) => tf.TensorInfo;

/** A training kernel for the wasm backend. */
export interface Kernel {
  /** tfjs's name of the kernel. */
  readonly kernelName: string;
  /** Makes the kernel.
   * @param stock tfjs's own, to hand over to where this one does not apply */
  readonly make: (stock: Compute) => Compute;
}

/** States a kernel with the types of its own inputs and attributes.
 *
 * @param kernelName tfjs's name
 * @param compute the kernel; `stock` is tfjs's own
 */
export function defineKernel<Inputs, Attributes>(
  kernelName: string,
  compute: (
    call: KernelCall<Inputs, Attributes>,
    stock: Compute<Inputs, Attributes>,
  ) => tf.TensorInfo,
): Kernel {
  const make = (stock: Compute): Compute => {
    const own = stock as unknown as Compute<Inputs, Attributes>;
    return (call) => compute(call as unknown as KernelCall<Inputs, Attributes>, own);
  };
  return { kernelName, make };
}

/** Runs another kernel inside a kernel. Its result is the caller's to dispose. */
export function runKernel(
  kernelName: string,
  backend: BackendWasm,
  inputs: Record<string, tf.TensorInfo>,
  attrs: object = {},
): tf.TensorInfo {
  const kernel = tf.getKernel(kernelName, "wasm");
  return (kernel.kernelFunc as unknown as Compute)({ inputs, attrs, backend });
}

/** The tensor as float32, to be disposed by the caller; shares its memory where it is already. */
export function asFloat(backend: BackendWasm, x: tf.TensorInfo): tf.TensorInfo {
  return runKernel(tf.Cast, backend, { x }, { dtype: "float32" });
}

/** The values of a float32 tensor, in place on the heap. Any allocation may move the heap and void
 * the view: take it after the last one. */
export function floatsOf(backend: BackendWasm, tensor: tf.TensorInfo): Float32Array {
  return backend.typedArrayFromHeap(tensor) as Float32Array;
}
