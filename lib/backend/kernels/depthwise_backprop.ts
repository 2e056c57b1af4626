import * as tf from "@tensorflow/tfjs";
import { asFloat, defineKernel, floatsOf, type Kernel } from "./kernel.ts";

/** Gradient of a depthwise convolution to its filter. tfjs has none on wasm.
 *
 * Inputs: `x` `[batch, height, width, channels]`, `dy` `[batch, outHeight, outWidth, channels ×
 * multiplier]`. Result: `[filterHeight, filterWidth, channels, multiplier]`.
 */
export const depthwiseBackpropFilter: Kernel = defineKernel<
  tf.DepthwiseConv2dNativeBackpropFilterInputs,
  tf.DepthwiseConv2dNativeBackpropFilterAttrs
>(tf.DepthwiseConv2dNativeBackpropFilter, ({ inputs, attrs, backend }) => {
  const info = tf.backend_util.computeConv2DInfo(
    inputs.x.shape as [number, number, number, number],
    attrs.filterShape,
    attrs.strides,
    attrs.dilations,
    attrs.pad,
    attrs.dimRoundingMode,
    true,
  );
  const images = asFloat(backend, inputs.x);
  const gradient = asFloat(backend, inputs.dy);
  const result = backend.makeOutput(attrs.filterShape, "float32");
  const [x, dy] = [floatsOf(backend, images), floatsOf(backend, gradient)];
  const { inChannels, outChannels } = info;
  const multiplier = outChannels / inChannels;
  const sums = new Float64Array(info.filterHeight * info.filterWidth * outChannels);
  forEachTap(info, (input, output, tap) => {
    let to = tap * outChannels;
    let from = output * outChannels;
    for (let c = input * inChannels; c < (input + 1) * inChannels; c++) {
      for (let m = 0; m < multiplier; m++) sums[to++] += x[c] * dy[from++];
    }
  });
  floatsOf(backend, result).set(sums);
  backend.disposeData(images.dataId);
  backend.disposeData(gradient.dataId);
  return result;
});

/** Gradient of a depthwise convolution to its input. tfjs has none on wasm.
 *
 * Inputs: `dy` `[batch, outHeight, outWidth, channels × multiplier]`, `filter` `[filterHeight,
 * filterWidth, channels, multiplier]`. Result: `[batch, height, width, channels]`.
 */
export const depthwiseBackpropInput: Kernel = defineKernel<
  tf.DepthwiseConv2dNativeBackpropInputInputs,
  tf.DepthwiseConv2dNativeBackpropInputAttrs
>(tf.DepthwiseConv2dNativeBackpropInput, ({ inputs, attrs, backend }) => {
  const info = tf.backend_util.computeConv2DInfo(
    attrs.inputShape,
    inputs.filter.shape as [number, number, number, number],
    attrs.strides,
    attrs.dilations,
    attrs.pad,
    attrs.dimRoundingMode,
    true,
  );
  const gradient = asFloat(backend, inputs.dy);
  const filter = asFloat(backend, inputs.filter);
  const result = backend.makeOutput(attrs.inputShape, "float32");
  const [dy, w] = [floatsOf(backend, gradient), floatsOf(backend, filter)];
  const dx = floatsOf(backend, result).fill(0);
  const { inChannels, outChannels } = info;
  const multiplier = outChannels / inChannels;
  forEachTap(info, (input, output, tap) => {
    let at = tap * outChannels;
    let from = output * outChannels;
    for (let c = input * inChannels; c < (input + 1) * inChannels; c++) {
      for (let m = 0; m < multiplier; m++) dx[c] += w[at++] * dy[from++];
    }
  });
  backend.disposeData(gradient.dataId);
  backend.disposeData(filter.dataId);
  return result;
});

/** Walks over every pair of an output pixel and an input pixel that its window touches; taps in
 * the padding are left out.
 *
 * @param info geometry of the convolution or pooling, as tfjs computes it, channels last
 * @param visit gets the number of the input pixel in the batch (`(n × height + row) × width +
 *   column`), of the output pixel likewise, and of the tap (`row × filterWidth + column`)
 */
function forEachTap(
  info: tf.backend_util.Conv2DInfo,
  visit: (input: number, output: number, tap: number) => void,
): void {
  const { batchSize, inHeight, inWidth, outHeight, outWidth, filterHeight, filterWidth } = info;
  const { strideHeight, strideWidth, dilationHeight, dilationWidth, padInfo } = info;
  let output = 0;
  for (let n = 0; n < batchSize; n++) {
    for (let outRow = 0; outRow < outHeight; outRow++) {
      for (let outColumn = 0; outColumn < outWidth; outColumn++, output++) {
        const top = outRow * strideHeight - padInfo.top;
        const left = outColumn * strideWidth - padInfo.left;
        for (let i = 0; i < filterHeight; i++) {
          const row = top + i * dilationHeight;
          if (row < 0 || row >= inHeight) continue;
          const start = (n * inHeight + row) * inWidth;
          for (let j = 0; j < filterWidth; j++) {
            const column = left + j * dilationWidth;
            if (column < 0 || column >= inWidth) continue;
            visit(start + column, output, i * filterWidth + j);
          }
        }
      }
    }
  }
}
