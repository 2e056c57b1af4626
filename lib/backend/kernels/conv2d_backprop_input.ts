import * as tf from "@tensorflow/tfjs";
import type { BackendWasm } from "@tensorflow/tfjs-backend-wasm";
import { asFloat, defineKernel, floatsOf, type Kernel, runKernel } from "./kernel.ts";
import { simdHeap } from "../simd/heap.ts";
import { packedFilterBytes } from "../simd/module.ts";
import { winogradKernels } from "../simd/winograd_kernels.ts";
import { aligned, type SimdConvolution, simdConvolution } from "./simd_convolution.ts";

/** Up to this many zeros stand for one value where the stride spreads the gradient; beyond, tfjs's
 * plain loop is faster than multiplying zeros fast. */
const mostSpread = 9;

/** Gradient of a 2-D convolution to its input, also the forward pass of a transposed convolution.
 * By the SIMD kernels where they take it; else composed, which replaces a plain loop that takes
 * ten times as long.
 *
 * Composed, it is the convolution of the output's gradient, its pixels a stride apart with zeros between, with
 * the filter turned by 180° and its channels swapped, so that tfjs's fast forward kernel computes
 * it (Dumoulin and Visin, 2016, https://arxiv.org/abs/1603.07285, chapter 4).
 *
 * Inputs: `dy` `[batch, outHeight, outWidth, outChannels]`, `filter` `[height, width, inChannels,
 * outChannels]`. Result: `[batch, inHeight, inWidth, inChannels]`. tfjs's own kernel takes over for
 * channels first, long strides, and padding wider than the filter.
 */
export const conv2dBackpropInput: Kernel = defineKernel<
  tf.Conv2DBackpropInputInputs,
  tf.Conv2DBackpropInputAttrs
>(tf.Conv2DBackpropInput, ({ inputs, attrs, backend }, stock) => {
  const { inputShape, strides, pad, dataFormat, dimRoundingMode } = attrs;
  const info = tf.backend_util.computeConv2DInfo(
    inputShape,
    inputs.filter.shape as [number, number, number, number],
    strides,
    1,
    pad,
    dimRoundingMode,
    false,
    tf.backend_util.convertConv2DDataFormat(dataFormat),
  );
  // a transposed convolution may ask for an output that does not go with its input
  if (!tf.util.arraysEqual(inputs.dy.shape, info.outShape)) {
    return stock({ inputs, attrs, backend });
  }
  const convolution = simdConvolution(info, inputs.dy, inputs.filter);
  if (convolution !== undefined) return compute(backend, convolution, inputs.dy, inputs.filter);

  const { strideHeight, strideWidth, filterHeight, filterWidth, inHeight, inWidth } = info;
  const height = (info.outHeight - 1) * strideHeight + 1;
  const width = (info.outWidth - 1) * strideWidth + 1;
  const top = filterHeight - 1 - info.padInfo.top;
  const left = filterWidth - 1 - info.padInfo.left;
  const bottom = inHeight + filterHeight - 1 - height - top;
  const right = inWidth + filterWidth - 1 - width - left;

  const dy = asFloat(backend, inputs.dy);
  const filter = asFloat(backend, inputs.filter);
  let result: tf.TensorInfo;
  if (
    info.dataFormat !== "channelsLast" || strideHeight * strideWidth > mostSpread ||
    Math.min(top, left, bottom, right) < 0 || tf.util.sizeFromShape(dy.shape) === 0
  ) {
    result = stock({ inputs: { dy, filter }, attrs, backend });
  } else {
    const turned = turn(backend, filter);
    const spread = strideHeight * strideWidth === 1
      ? runKernel(tf.Identity, backend, { x: dy })
      : spreadOut(backend, dy, strideHeight, strideWidth);
    result = runKernel(tf.Conv2D, backend, { x: spread, filter: turned }, {
      strides: 1,
      dilations: 1,
      pad: [[0, 0], [top, bottom], [left, right], [0, 0]],
      dataFormat: "NHWC",
    });
    backend.disposeData(turned.dataId);
    backend.disposeData(spread.dataId);
  }
  backend.disposeData(dy.dataId);
  backend.disposeData(filter.dataId);
  return result;
});

/** The gradient by the SIMD kernels. */
function compute(
  backend: BackendWasm,
  convolution: SimdConvolution,
  dy: tf.TensorInfo,
  filter: tf.TensorInfo,
): tf.TensorInfo {
  const { sizes, padding, paddedBytes, winograd } = convolution;
  const [n, h, w, C, O, kh, kw] = sizes;
  const { top, left, bottom, right } = padding ?? { top: 0, left: 0, bottom: 0, right: 0 };
  const [height, width] = [h - top - bottom, w - left - right];
  const heap = simdHeap(backend);
  const { kernels } = heap;
  const result = backend.makeOutput([n, height, width, C], "float32");
  const [dyAddress, filterAddress, target] = [
    heap.address(dy),
    heap.address(filter),
    heap.address(result),
  ];
  const filterBytes = winograd === null
    ? aligned(packedFilterBytes(kh, kw, C, O))
    : 2 * winograd.filterBytes;
  const packed = heap.scratch(filterBytes + paddedBytes + (winograd?.scratchBytes ?? 0));
  const dx = padding === null ? target : packed + filterBytes;
  if (winograd !== null) {
    const [UT, scratch] = [packed + winograd.filterBytes, packed + filterBytes + paddedBytes];
    const { transform, backward } = winogradKernels(kernels, winograd.tile);
    transform(filterAddress, packed, UT, C, O);
    backward(0, dyAddress, UT, 0, dx, scratch, n, h, w, C, O, winograd.group);
  } else {
    kernels.packFilterTransposed(filterAddress, packed, kh * kw, C, O);
    kernels.convInputGradient(dyAddress, packed, dx, ...sizes);
  }
  if (padding !== null) kernels.cropImages(dx, target, n, h, w, C, top, left, height, width);
  return result;
}

/** The filter turned by 180°: `[height, width, outChannels, inChannels]`. */
function turn(backend: BackendWasm, filter: tf.TensorInfo): tf.TensorInfo {
  const [height, width, inChannels, outChannels] = filter.shape;
  const result = backend.makeOutput([height, width, outChannels, inChannels], "float32");
  const [from, to] = [floatsOf(backend, filter), floatsOf(backend, result)];
  const taps = height * width;
  for (let tap = 0; tap < taps; tap++) {
    const source = (taps - 1 - tap) * inChannels * outChannels;
    const target = tap * inChannels * outChannels;
    for (let c = 0; c < inChannels; c++) {
      for (let d = 0; d < outChannels; d++) {
        to[target + d * inChannels + c] = from[source + c * outChannels + d];
      }
    }
  }
  return result;
}

/** The pixels of a batch of images a stride apart, zeros between them. */
function spreadOut(
  backend: BackendWasm,
  dy: tf.TensorInfo,
  strideHeight: number,
  strideWidth: number,
): tf.TensorInfo {
  const [batch, rows, columns, channels] = dy.shape;
  const height = (rows - 1) * strideHeight + 1;
  const width = (columns - 1) * strideWidth + 1;
  const result = backend.makeOutput([batch, height, width, channels], "float32");
  const [from, to] = [floatsOf(backend, dy), floatsOf(backend, result)];
  to.fill(0);
  let at = 0;
  for (let n = 0; n < batch; n++) {
    for (let row = 0; row < rows; row++) {
      const start = (n * height + row * strideHeight) * width * channels;
      for (let column = 0; column < columns; column++) {
        const target = start + column * strideWidth * channels;
        for (let c = 0; c < channels; c++) to[target + c] = from[at++];
      }
    }
  }
  return result;
}
