import * as tf from "@tensorflow/tfjs";
import { asFloat, defineKernel, floatsOf, type Kernel } from "../kernel.ts";
import { forEachTap } from "../for_each_tap.ts";
import { simdHeap } from "../simd/heap.ts";
import { twoByTwo } from "./two_by_two.ts";

/** Gradient of an average pooling: each output's gradient, divided by the size of the window, goes
 * to every pixel of it (padding counts in the size, as on tfjs's cpu backend). Windows of 2 × 2 go
 * through the SIMD kernels.
 *
 * Inputs: `dy` `[batch, outHeight, outWidth, channels]`, `input` `[batch, height, width,
 * channels]`. Result: `input`'s shape.
 */
export const avgPoolGrad: Kernel = defineKernel<tf.AvgPoolGradInputs, tf.AvgPoolGradAttrs>(
  tf.AvgPoolGrad,
  ({ inputs, attrs, backend }) => {
    const info = tf.backend_util.computePool2DInfo(
      inputs.input.shape as [number, number, number, number],
      attrs.filterSize,
      attrs.strides,
      1,
      attrs.pad,
    );
    const gradient = asFloat(backend, inputs.dy);
    const result = backend.makeOutput(inputs.input.shape, "float32");
    const sizes = twoByTwo(info, "float32");
    if (sizes !== undefined) {
      const heap = simdHeap(backend);
      heap.kernels.averagePool2Gradient(heap.address(gradient), heap.address(result), ...sizes);
      backend.disposeData(gradient.dataId);
      return result;
    }
    const [dy, dx] = [floatsOf(backend, gradient), floatsOf(backend, result).fill(0)];
    const channels = info.inChannels;
    const share = 1 / (info.filterHeight * info.filterWidth);
    forEachTap(info, (input, output) => {
      const to = input * channels;
      const from = output * channels;
      for (let c = 0; c < channels; c++) dx[to + c] += dy[from + c] * share;
    });
    backend.disposeData(gradient.dataId);
    return result;
  },
);
