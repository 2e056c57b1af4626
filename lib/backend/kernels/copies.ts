/** Kernels that compute nothing: they share, cut out or repeat a tensor's memory.
 *
 * @module
 */

import * as tf from "@tensorflow/tfjs";
import { defineKernel, type Kernel, runKernel } from "./kernel.ts";

/** The same tensor again, by reference, where tfjs copies (35 times in a training step). Safe since
 * no kernel writes into its inputs; a reference count frees the memory with its last owner. */
export const identity: Kernel = defineKernel<tf.IdentityInputs, object>(
  tf.Identity,
  (call, stock) => {
    const { inputs: { x }, backend } = call;
    if (x.dtype === "string") return stock(call);
    backend.incRef(x.dataId);
    return { dataId: x.dataId, shape: x.shape, dtype: x.dtype };
  },
);

/** Change of type; to the type that a tensor has already, by reference, where tfjs copies. */
export const cast: Kernel = defineKernel<tf.CastInputs, tf.CastAttrs>(
  tf.Cast,
  (call, stock) => {
    const { inputs: { x }, attrs: { dtype }, backend } = call;
    return x.dtype === dtype ? runKernel(tf.Identity, backend, { x }) : stock(call);
  },
);

/** A block of a tensor, as batches and crops are. tfjs copies the whole tensor before it takes the
 * block; here the block alone is copied.
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

/** A tensor repeated along its axes. Where the whole of it is repeated, as in batch norm's gradient
 * (`[1, 1, 1, channels]` for every pixel), the memory is copied in blocks, a hundred times as fast as
 * tfjs, which takes the other cases.
 *
 * @throws {Error} for words */
export const tile: Kernel = defineKernel<tf.TileInputs, tf.TileAttrs>(tf.Tile, (call, stock) => {
  const { inputs: { x }, attrs: { reps }, backend } = call;
  if (x.dtype === "string") {
    throw new Error(
      "Cannot tile words on backend wasm: tfjs's kernel takes numbers alone, and would take the whole " +
        'backend down; tile them in an array before, or on backend "cpu"',
    );
  }
  const lastRepeated = reps.findLastIndex((times) => times !== 1);
  const isWhole = x.shape.slice(0, lastRepeated).every((size) => size === 1);
  const size = tf.util.sizeFromShape(x.shape);
  if (!isWhole || size === 0) return stock(call);
  const result = backend.makeOutput(x.shape.map((length, axis) => length * reps[axis]), x.dtype);
  const values = backend.typedArrayFromHeap(result);
  values.set(backend.typedArrayFromHeap(x));
  for (let done = size; done < values.length; done *= 2) values.copyWithin(done, 0, done);
  return result;
});
