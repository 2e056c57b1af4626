import * as tf from "@tensorflow/tfjs";
import type { BackendWasm } from "@tensorflow/tfjs-backend-wasm";
import { defineKernel, type Kernel } from "./kernel.ts";
import { simdHeap } from "../simd/heap.ts";
import { packedFilterBytes } from "../simd/module.ts";
import { winogradKernels } from "../simd/winograd_kernels.ts";
import { sideBySide } from "./side_by_side.ts";
import { aligned, padded, type SimdConvolution, simdConvolution } from "./simd_convolution.ts";

type Shape4 = [number, number, number, number];

/** 2-D convolution; by the SIMD kernels where they take it, else by tfjs's own.
 *
 * Inputs: `x` `[batch, height, width, inChannels]`, `filter` `[height, width, inChannels,
 * outChannels]`. Result: `[batch, outHeight, outWidth, outChannels]`. Filters of 3 × 3 go through
 * Winograd's algorithm, in which one NaN or infinity in the input may reach the neighbours of the
 * output pixels that see it.
 */
export const conv2d: Kernel = defineKernel<tf.Conv2DInputs, tf.Conv2DAttrs>(
  tf.Conv2D,
  (call, stock) => {
    const { inputs: { x, filter }, attrs, backend } = call;
    if (attrs.dataFormat !== "NHWC") return stock(call);
    const info = infoOf(x, filter, attrs);
    const convolution = simdConvolution(info, x, filter);
    if (convolution === undefined) return stock({ ...call, attrs: sideBySide(attrs, info) });
    return forward(backend, convolution, x, filter, null, false);
  },
);

/** The same with bias and activation; tfjs's own kernel for activations other than ReLU. */
export const fusedConv2d: Kernel = defineKernel<tf.FusedConv2DInputs, tf.FusedConv2DAttrs>(
  tf.FusedConv2D,
  (call, stock) => {
    const { inputs: { x, filter, bias }, attrs, backend } = call;
    if (attrs.dataFormat !== "NHWC") return stock(call);
    const isSimple = attrs.activation === "linear" || attrs.activation === "relu";
    const tensors = bias ? [x, filter, bias] : [x, filter];
    const info = infoOf(x, filter, attrs);
    const convolution = isSimple ? simdConvolution(info, ...tensors) : undefined;
    const isVector = !bias || bias.shape.length === 1 && bias.shape[0] === filter.shape[3];
    if (convolution === undefined || !isVector) {
      return stock({ ...call, attrs: sideBySide(attrs, info) });
    }
    return forward(backend, convolution, x, filter, bias ?? null, attrs.activation === "relu");
  },
);

function infoOf(
  x: tf.TensorInfo,
  filter: tf.TensorInfo,
  { strides, dilations, pad, dimRoundingMode }: tf.Conv2DAttrs,
): tf.backend_util.Conv2DInfo {
  const shapes = [x.shape as Shape4, filter.shape as Shape4] as const;
  return tf.backend_util.computeConv2DInfo(...shapes, strides, dilations, pad, dimRoundingMode);
}

function forward(
  backend: BackendWasm,
  convolution: SimdConvolution,
  x: tf.TensorInfo,
  filter: tf.TensorInfo,
  bias: tf.TensorInfo | null,
  isRelu: boolean,
): tf.TensorInfo {
  const { sizes, winograd, paddedBytes } = convolution;
  const [n, h, w, C, O, kh, kw] = sizes;
  const heap = simdHeap(backend);
  const { kernels } = heap;
  const result = backend.makeOutput([n, h - kh + 1, w - kw + 1, O], "float32");
  const y = heap.address(result);
  const biasAddress = bias === null ? 0 : heap.address(bias);
  const relu = Number(isRelu);
  if (winograd !== null) {
    const { tile, filterBytes, scratchBytes, group } = winograd;
    const U = heap.scratch(filterBytes + paddedBytes + scratchBytes);
    const images = padded(heap, convolution, heap.address(x), U + filterBytes);
    const scratch = U + filterBytes + paddedBytes;
    const { transform, forward } = winogradKernels(kernels, tile);
    transform(heap.address(filter), U, 0, C, O);
    forward(images, U, biasAddress, y, scratch, n, h, w, C, O, relu, group);
  } else {
    const packedBytes = aligned(packedFilterBytes(kh, kw, C, O));
    const packed = heap.scratch(packedBytes + paddedBytes);
    const images = padded(heap, convolution, heap.address(x), packed + packedBytes);
    kernels.packFilter(heap.address(filter), packed, kh * kw * C, O);
    kernels.convForward(images, packed, biasAddress, y, ...sizes, relu);
  }
  return result;
}
