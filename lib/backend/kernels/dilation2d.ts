/** Grey dilation and its gradients, in a plain loop. tfjs's own begin with the smallest positive number,
 * and so give that where all sums of a window are negative.
 *
 * @module
 */

import * as tf from "@tensorflow/tfjs";
import type { BackendWasm } from "@tensorflow/tfjs-backend-wasm";
import { defineKernel, type Kernel, type KernelCall } from "./kernel.ts";

/** Grey dilation: the largest sum of a pixel and its weight in each window.
 *
 * Inputs: `x` `[batch, height, width, channels]`, `filter` `[height, width, channels]`, of one type.
 * Result: `[batch, outHeight, outWidth, channels]`, of that type.
 */
export const dilation2d: Kernel = defineKernel<tf.Dilation2DInputs, tf.Dilation2DAttrs>(
  tf.Dilation2D,
  ({ inputs: { x, filter }, attrs, backend }) => {
    const info = infoOf(x, filter, attrs);
    const result = backend.makeOutput(info.outShape, x.dtype);
    const [pixels, weights, sums] = [x, filter, result].map((tensor) =>
      backend.typedArrayFromHeap(tensor)
    );
    sums.fill(-Infinity); // of a window that sees no pixel
    forEachWinner(backend, x, filter, info, (output, pixel, weight) => {
      sums[output] = pixels[pixel] + weights[weight];
    });
    return result;
  },
);

/** Gradient to the images: that of each output goes to the first pixel of the largest sum. */
export const dilation2dBackpropInput: Kernel = defineKernel<
  tf.Dilation2DBackpropInputInputs,
  tf.Dilation2DAttrs
>(tf.Dilation2DBackpropInput, (call) => gradient(call, call.inputs.x, (pixel) => pixel));

/** Gradient to the filter: that of each output goes to the first weight of the largest sum. */
export const dilation2dBackpropFilter: Kernel = defineKernel<
  tf.Dilation2DBackpropFilterInputs,
  tf.Dilation2DAttrs
>(
  tf.Dilation2DBackpropFilter,
  (call) => gradient(call, call.inputs.filter, (_, weight) => weight),
);

function gradient(
  { inputs: { x, filter, dy }, attrs, backend }: KernelCall<
    tf.Dilation2DBackpropInputInputs,
    tf.Dilation2DAttrs
  >,
  of: tf.TensorInfo,
  target: (pixel: number, weight: number) => number,
): tf.TensorInfo {
  const result = backend.makeOutput(of.shape, of.dtype);
  const [from, to] = [dy, result].map((tensor) => backend.typedArrayFromHeap(tensor));
  to.fill(0);
  forEachWinner(backend, x, filter, infoOf(x, filter, attrs), (output, pixel, weight) => {
    to[target(pixel, weight)] += from[output];
  });
  return result;
}

function infoOf(
  x: tf.TensorInfo,
  filter: tf.TensorInfo,
  { strides, pad, dilations }: tf.Dilation2DAttrs,
): tf.backend_util.Conv2DInfo {
  const shapes = [x.shape as Shape4, filter.shape as Shape3] as const;
  return tf.backend_util.computeDilation2DInfo(...shapes, strides, pad, "NHWC", dilations);
}

type Shape3 = [number, number, number];
type Shape4 = [number, number, number, number];

/** Visits each output whose window sees a pixel with the pixel and the weight of the largest sum. */
function forEachWinner(
  backend: BackendWasm,
  x: tf.TensorInfo,
  filter: tf.TensorInfo,
  info: tf.backend_util.Conv2DInfo,
  visit: (output: number, pixel: number, weight: number) => void,
): void {
  const [pixels, weights] = [x, filter].map((tensor) => backend.typedArrayFromHeap(tensor));
  const { inHeight, inWidth, inChannels: channels, outWidth, outHeight, padInfo } = info;
  const outputs = tf.util.sizeFromShape(info.outShape);
  for (let output = 0; output < outputs; output++) {
    const place = Math.floor(output / channels);
    const line = Math.floor(place / outWidth);
    const top = (line % outHeight) * info.strideHeight - padInfo.top;
    const left = (place % outWidth) * info.strideWidth - padInfo.left;
    const [image, c] = [Math.floor(line / outHeight), output % channels];
    let [largest, winner, winnerWeight] = [-Infinity, -1, -1];
    for (let i = 0; i < info.filterHeight; i++) {
      const row = top + i * info.dilationHeight;
      if (row < 0 || row >= inHeight) continue;
      for (let j = 0; j < info.filterWidth; j++) {
        const column = left + j * info.dilationWidth;
        if (column < 0 || column >= inWidth) continue;
        const pixel = ((image * inHeight + row) * inWidth + column) * channels + c;
        const weight = (i * info.filterWidth + j) * channels + c;
        const sum = pixels[pixel] + weights[weight];
        if (winner < 0 || sum > largest) [largest, winner, winnerWeight] = [sum, pixel, weight];
      }
    }
    if (winner >= 0) visit(output, winner, winnerWeight);
  }
}
