import * as tf from "@tensorflow/tfjs";
import { defineKernel, type Kernel } from "./kernel.ts";

/** A block of a tensor, as batches and crops are. tfjs copies the whole tensor before it takes the
 * block; here only the block is read.
 *
 * Input: `x` of any shape; `begin` and `size` a number each axis (-1: up to the end).
 */
export const slice: Kernel = defineKernel<tf.SliceInputs, tf.SliceAttrs>(
  tf.Slice,
  (call, stock) => {
    const { inputs: { x }, attrs, backend } = call;
    if (x.dtype === "string") return stock(call);
    const [begin, size] = tf.slice_util.parseSliceParams(x as tf.Tensor, attrs.begin, attrs.size);
    tf.slice_util.assertParamsValid(x as tf.Tensor, begin, size);
    const result = backend.makeOutput(size, x.dtype);
    const [from, to] = [backend.typedArrayFromHeap(x), backend.typedArrayFromHeap(result)];
    const strides = [...tf.util.computeStrides(x.shape), 1];

    // The axes from `runAxis` on lie together in memory: those after it are taken whole.
    let runAxis = Math.max(0, x.shape.length - 1);
    while (runAxis > 0 && size[runAxis] === x.shape[runAxis]) runAxis--;
    const run = tf.util.sizeFromShape(size.slice(runAxis));
    const index = new Array<number>(runAxis).fill(0);
    let start = begin.reduce((sum, first, axis) => sum + first * strides[axis], 0);
    for (let at = 0; at < to.length; at += run) {
      if (run > 32) to.set(from.subarray(start, start + run), at);
      else for (let i = 0; i < run; i++) to[at + i] = from[start + i];
      for (let axis = runAxis - 1; axis >= 0; axis--) {
        start += strides[axis];
        if (++index[axis] < size[axis]) break;
        start -= size[axis] * strides[axis];
        index[axis] = 0;
      }
    }
    return result;
  },
);
