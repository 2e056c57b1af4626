import * as tf from "@tensorflow/tfjs";
import { asFloat, defineKernel, floatsOf, type Kernel } from "./kernel.ts";
import { forEachWindow, poolingOf, twoByTwo } from "./pool_windows.ts";
import { simdHeap } from "../simd/heap.ts";

/** Gradient of an average pooling: each output's gradient, divided by the number of pixels in its
 * window, goes to every one of them. Windows of 2 × 2 go through the SIMD kernels.
 *
 * Padding does not count, as in the forward pass; tfjs's cpu backend counts it here, and so differs from
 * its own forward pass (`docs/kernels.md` has an example).
 *
 * Inputs: `dy` `[batch, outHeight, outWidth, channels]`, `input` `[batch, height, width,
 * channels]`. Result: `input`'s shape.
 */
export const avgPoolGrad: Kernel = defineKernel<tf.AvgPoolGradInputs, tf.AvgPoolGradAttrs>(
  tf.AvgPoolGrad,
  ({ inputs, attrs, backend }) => {
    const info = poolingOf(inputs.input.shape, inputs.dy.shape, attrs);
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
    forEachWindow(info, (output, first, rows, columns) => {
      const share = 1 / (rows * columns);
      for (let i = 0; i < rows * columns; i++) {
        const pixel = first + Math.floor(i / columns) * info.inWidth + i % columns;
        for (let c = 0; c < channels; c++) {
          dx[pixel * channels + c] += dy[output * channels + c] * share;
        }
      }
    });
    backend.disposeData(gradient.dataId);
    return result;
  },
);
