/** Gradients of a 3-D convolution. tfjs's own on wasm are not used: the one to the input adds to memory
 * that nobody wrote, and the one to the filter is wrong where a stride is longer than 1.
 *
 * @module
 */

import * as tf from "@tensorflow/tfjs";
import type { BackendWasm } from "@tensorflow/tfjs-backend-wasm";
import { asFloat, defineKernel, floatsOf, type Kernel } from "./kernel.ts";
import { forEachMeeting } from "./volume_windows.ts";

type Shape5 = [number, number, number, number, number];

/** Gradient to the input, which is also what `tf.conv3dTranspose` computes; in a plain loop.
 *
 * Inputs: `dy` `[batch, outDepth, outHeight, outWidth, outChannels]`, `filter` `[depth, height, width,
 * inChannels, outChannels]`. Result: `inputShape`, `[batch, depth, height, width, inChannels]`.
 */
export const conv3dBackpropInput: Kernel = defineKernel<
  tf.Conv3DBackpropInputV2Inputs,
  tf.Conv3DBackpropInputV2Attrs
>(tf.Conv3DBackpropInputV2, ({ inputs, attrs: { strides, pad, inputShape }, backend }) => {
  const filterShape = inputs.filter.shape as Shape5;
  const info = tf.backend_util.computeConv3DInfo(inputShape, filterShape, strides, 1, pad);
  const { inChannels: C, outChannels: O } = info;
  return computed(backend, inputs.dy, inputs.filter, inputShape, (dy, filter, dx) => {
    forEachMeeting(info, (input, output, weight) => {
      const [from, to] = [output * O, input * C];
      for (let c = 0; c < C; c++) {
        const row = (weight * C + c) * O;
        let sum = 0;
        for (let o = 0; o < O; o++) sum += dy[from + o] * filter[row + o];
        dx[to + c] += sum;
      }
    });
  });
});

/** Gradient to the filter; in a plain loop.
 *
 * Inputs: `x` `[batch, depth, height, width, inChannels]`, `dy` `[batch, outDepth, outHeight, outWidth,
 * outChannels]`. Result: `filterShape`, `[depth, height, width, inChannels, outChannels]`.
 */
export const conv3dBackpropFilter: Kernel = defineKernel<
  tf.Conv3DBackpropFilterV2Inputs,
  tf.Conv3DBackpropFilterV2Attrs
>(tf.Conv3DBackpropFilterV2, ({ inputs, attrs: { strides, pad, filterShape }, backend }) => {
  const inputShape = inputs.x.shape as Shape5;
  const info = tf.backend_util.computeConv3DInfo(inputShape, filterShape, strides, 1, pad);
  const { inChannels: C, outChannels: O } = info;
  return computed(backend, inputs.x, inputs.dy, filterShape, (x, dy, dw) => {
    forEachMeeting(info, (input, output, weight) => {
      for (let c = 0; c < C; c++) {
        const value = x[input * C + c];
        const row = (weight * C + c) * O;
        for (let o = 0; o < O; o++) dw[row + o] += value * dy[output * O + o];
      }
    });
  });
});

/** Runs `add` on two tensors and a result that begins with zeros. */
function computed(
  backend: BackendWasm,
  first: tf.TensorInfo,
  second: tf.TensorInfo,
  shape: number[],
  add: (first: Float32Array, second: Float32Array, sums: Float32Array) => void,
): tf.TensorInfo {
  const factors = [asFloat(backend, first), asFloat(backend, second)];
  const result = backend.makeOutput(shape, "float32");
  const [a, b] = factors.map((factor) => floatsOf(backend, factor));
  add(a, b, floatsOf(backend, result).fill(0));
  for (const { dataId } of factors) backend.disposeData(dataId);
  return result;
}
