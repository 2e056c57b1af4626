/** Depthwise convolutions: tfjs's own, given their padding in numbers.
 *
 * @module
 */

import * as tf from "@tensorflow/tfjs";
import { defineKernel, type Kernel } from "./kernel.ts";
import { sideBySide } from "./side_by_side.ts";

type Shape4 = [number, number, number, number];

/** Depthwise convolution.
 *
 * Inputs: `x` `[batch, height, width, channels]`, `filter` `[height, width, channels, multiplier]`.
 * Result: `[batch, outHeight, outWidth, channels × multiplier]`.
 */
export const depthwiseConv2d: Kernel = defineKernel<
  tf.DepthwiseConv2dNativeInputs,
  tf.DepthwiseConv2dNativeAttrs
>(
  tf.DepthwiseConv2dNative,
  (call, stock) =>
    stock({ ...call, attrs: numbered(call.inputs.x, call.inputs.filter, call.attrs) }),
);

/** The same with bias and activation. */
export const fusedDepthwiseConv2d: Kernel = defineKernel<
  tf.FusedDepthwiseConv2DInputs,
  tf.FusedDepthwiseConv2DAttrs
>(
  tf.FusedDepthwiseConv2D,
  (call, stock) =>
    stock({ ...call, attrs: numbered(call.inputs.x, call.inputs.filter, call.attrs) }),
);

function numbered<Attributes extends tf.DepthwiseConv2dNativeAttrs>(
  x: tf.TensorInfo,
  filter: tf.TensorInfo,
  attrs: Attributes,
): Attributes {
  const { strides, dilations, pad, dataFormat, dimRoundingMode } = attrs;
  if (dataFormat === "NCHW") return attrs; // which tfjs's kernels refuse
  const shapes = [x.shape as Shape4, filter.shape as Shape4] as const;
  const isDepthwise = true;
  return sideBySide(
    attrs,
    tf.backend_util.computeConv2DInfo(
      ...shapes,
      strides,
      dilations ?? 1, // which the layers of tfjs leave out
      pad,
      dimRoundingMode,
      isDepthwise,
    ),
  );
}
