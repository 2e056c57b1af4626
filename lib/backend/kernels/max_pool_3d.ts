/** Max pooling of volumes, in a plain loop. tfjs's own begins with the smallest positive number, and so
 * gives that for a window of negative ones.
 *
 * @module
 */

import * as tf from "@tensorflow/tfjs";
import { asFloat, defineKernel, floatsOf, type Kernel } from "./kernel.ts";
import { forEachMeeting } from "./volume_windows.ts";

/** Max pooling of volumes.
 *
 * Input: `x` `[batch, depth, height, width, channels]`. Result: `[batch, outDepth, outHeight, outWidth,
 * channels]`.
 */
export const maxPool3d: Kernel = defineKernel<tf.MaxPool3DInputs, tf.MaxPool3DAttrs>(
  tf.MaxPool3D,
  ({ inputs, attrs, backend }) => {
    const info = infoOf(inputs.x.shape, attrs);
    const x = asFloat(backend, inputs.x);
    const result = backend.makeOutput(info.outShape, "float32");
    const winners = winnersOf(floatsOf(backend, x), info);
    const [from, to] = [floatsOf(backend, x), floatsOf(backend, result)];
    for (const [i, winner] of winners.entries()) to[i] = winner < 0 ? -Infinity : from[winner];
    backend.disposeData(x.dataId);
    return result;
  },
);

/** Its gradient: that of each output goes to the first of the largest in its window.
 *
 * Inputs: `dy` in the shape of the outputs, `input` in that of the volumes. Result: the shape of
 * `input`.
 */
export const maxPool3dGrad: Kernel = defineKernel<tf.MaxPool3DGradInputs, tf.MaxPool3DGradAttrs>(
  tf.MaxPool3DGrad,
  ({ inputs, attrs, backend }) => {
    const info = infoOf(inputs.input.shape, attrs);
    const [input, gradient] = [asFloat(backend, inputs.input), asFloat(backend, inputs.dy)];
    const result = backend.makeOutput(input.shape, "float32");
    const winners = winnersOf(floatsOf(backend, input), info);
    const [dy, dx] = [floatsOf(backend, gradient), floatsOf(backend, result).fill(0)];
    for (const [i, winner] of winners.entries()) {
      if (winner >= 0) dx[winner] += dy[i];
    }
    backend.disposeData(input.dataId);
    backend.disposeData(gradient.dataId);
    return result;
  },
);

function infoOf(
  shape: number[],
  { filterSize, strides, pad, dimRoundingMode }: tf.MaxPool3DGradAttrs,
): tf.backend_util.Conv3DInfo {
  const volumes = shape as [number, number, number, number, number];
  return tf.backend_util.computePool3DInfo(volumes, filterSize, strides, 1, pad, dimRoundingMode);
}

/** Where the largest value of each window stands; -1 if it holds nothing above -∞ (as NaN). */
function winnersOf(x: Float32Array, info: tf.backend_util.Conv3DInfo): Int32Array {
  const winners = new Int32Array(tf.util.sizeFromShape(info.outShape)).fill(-1);
  const channels = info.inChannels;
  forEachMeeting(info, (input, output) => {
    for (let c = 0; c < channels; c++) {
      const [at, to] = [input * channels + c, output * channels + c];
      if (x[at] > (winners[to] < 0 ? -Infinity : x[winners[to]])) winners[to] = at;
    }
  });
  return winners;
}
