import * as tf from "@tensorflow/tfjs";
import { asFloat, defineKernel, floatsOf, type Kernel } from "./kernel.ts";
import { forEachTap } from "./for_each_tap.ts";

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
