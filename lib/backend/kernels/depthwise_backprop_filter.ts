import * as tf from "@tensorflow/tfjs";
import { asFloat, defineKernel, floatsOf, type Kernel } from "./kernel.ts";
import { forEachTap } from "./for_each_tap.ts";

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
