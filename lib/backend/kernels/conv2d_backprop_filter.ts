import * as tf from "@tensorflow/tfjs";
import type { BackendWasm } from "@tensorflow/tfjs-backend-wasm";
import { asFloat, defineKernel, floatsOf, type Kernel, runKernel } from "./kernel.ts";
import { simdHeap } from "../simd/heap.ts";
import { winogradKernels } from "../simd/winograd_kernels.ts";
import { padded, type SimdConvolution, simdConvolution } from "./simd_convolution.ts";

/** Gradient of a 2-D convolution to its filter. tfjs has none on wasm. By the SIMD kernels where they
 * take it; else composed.
 *
 * Composed, the gradient is itself a convolution: images become channels and the output's gradient the filter,
 * so that one call of tfjs's fast forward kernel computes it. With n the image, c and d the input
 * and output channel, (u, v) a pixel of the output and s the stride,
 *
 *     dw[i, j, c, d] = Σ over n, u, v of x[n, i + s·u, j + s·v, c] · dy[n, u, v, d]
 *
 * is the image `x[c, row, column, n]` convolved with the filter `dy[u, v, n, d]`, dilated by s.
 *
 * Inputs: `x` `[batch, height, width, inChannels]`, `dy` `[batch, outHeight, outWidth,
 * outChannels]` (or channels first), any stride and padding. Result: the filter's shape.
 */
export const conv2dBackpropFilter: Kernel = defineKernel<
  tf.Conv2DBackpropFilterInputs,
  tf.Conv2DBackpropFilterAttrs
>(tf.Conv2DBackpropFilter, ({ inputs, attrs, backend }) => {
  const { strides, pad, dataFormat, dimRoundingMode, filterShape } = attrs;
  const info = tf.backend_util.computeConv2DInfo(
    inputs.x.shape as [number, number, number, number],
    filterShape,
    strides,
    1,
    pad,
    dimRoundingMode,
    false,
    tf.backend_util.convertConv2DDataFormat(dataFormat),
  );
  const convolution = simdConvolution(info, inputs.x, inputs.dy);
  if (convolution !== undefined) return compute(backend, convolution, inputs.x, inputs.dy);

  const { top, left } = info.padInfo;
  const bottom = missing(info.outHeight, info.strideHeight, info.filterHeight, info.inHeight + top);
  const right = missing(info.outWidth, info.strideWidth, info.filterWidth, info.inWidth + left);
  if (tf.util.sizeFromShape(inputs.dy.shape) === 0) return zeros(backend, filterShape);

  const isChannelsLast = info.dataFormat === "channelsLast";
  const images = transposed(backend, inputs.x, isChannelsLast ? [3, 1, 2, 0] : [1, 2, 3, 0]);
  const filter = transposed(backend, inputs.dy, isChannelsLast ? [1, 2, 0, 3] : [2, 3, 0, 1]);
  const gradient = runKernel(tf.Conv2D, backend, { x: images, filter }, {
    strides: 1,
    dilations: [info.strideHeight, info.strideWidth],
    pad: [[0, 0], [top, bottom], [left, right], [0, 0]],
    dataFormat: "NHWC",
  });
  backend.disposeData(images.dataId);
  backend.disposeData(filter.dataId);
  const result = channelsInside(backend, gradient, filterShape);
  backend.disposeData(gradient.dataId);
  return result;
});

/** The gradient by the SIMD kernels. */
function compute(
  backend: BackendWasm,
  convolution: SimdConvolution,
  x: tf.TensorInfo,
  dy: tf.TensorInfo,
): tf.TensorInfo {
  const { sizes, winograd, paddedBytes } = convolution;
  const [n, h, w, C, O, kh, kw] = sizes;
  const heap = simdHeap(backend);
  const result = backend.makeOutput([kh, kw, C, O], "float32");
  const room = heap.scratch(paddedBytes + (winograd?.scratchBytes ?? 0));
  const images = padded(heap, convolution, heap.address(x), room);
  const [dyAddress, dw, scratch] = [heap.address(dy), heap.address(result), room + paddedBytes];
  if (winograd !== null) {
    const rest = [scratch, n, h, w, C, O, winograd.group] as const;
    winogradKernels(heap.kernels, winograd.tile).backward(images, dyAddress, 0, dw, 0, ...rest);
  } else {
    heap.kernels.convFilterGradient(images, dyAddress, dw, ...sizes);
  }
  return result;
}

/** Rows (or columns) of padding at the end that the last window needs; none where the stride leaves
 * rows of the image over. */
function missing(outSize: number, stride: number, filterSize: number, present: number): number {
  return Math.max(0, (outSize - 1) * stride + filterSize - present);
}

function transposed(backend: BackendWasm, x: tf.TensorInfo, perm: number[]): tf.TensorInfo {
  const floats = asFloat(backend, x);
  const result = runKernel(tf.Transpose, backend, { x: floats }, { perm });
  backend.disposeData(floats.dataId);
  return result;
}

/** `[inChannels, ≥ height, ≥ width, outChannels]` cut to and brought into the filter's shape
 * `[height, width, inChannels, outChannels]`. */
function channelsInside(
  backend: BackendWasm,
  gradient: tf.TensorInfo,
  filterShape: number[],
): tf.TensorInfo {
  const [height, width, inChannels, outChannels] = filterShape;
  const [, fullHeight, fullWidth] = gradient.shape;
  const result = backend.makeOutput(filterShape, "float32");
  const [from, to] = [floatsOf(backend, gradient), floatsOf(backend, result)];
  let at = 0;
  for (let i = 0; i < height; i++) {
    for (let j = 0; j < width; j++) {
      for (let c = 0; c < inChannels; c++) {
        const start = ((c * fullHeight + i) * fullWidth + j) * outChannels;
        for (let d = 0; d < outChannels; d++) to[at++] = from[start + d];
      }
    }
  }
  return result;
}

function zeros(backend: BackendWasm, shape: number[]): tf.TensorInfo {
  const result = backend.makeOutput(shape, "float32");
  floatsOf(backend, result).fill(0);
  return result;
}
