/** Sums and products so far: tfjs's own, given their axis from the front; from the back (-1 for the last)
 * they take it for one that must be moved, and read beyond the tensor.
 *
 * @module
 */

import * as tf from "@tensorflow/tfjs";
import { defineKernel, type Kernel } from "./kernel.ts";

/** Sums along an axis, up to each element. Input: `x` of any shape. Result: the same shape. */
export const cumsum: Kernel = defineKernel<tf.CumsumInputs, tf.CumsumAttrs>(
  tf.Cumsum,
  (call, stock) => stock({ ...call, attrs: fromFront(call.inputs.x, call.attrs) }),
);

/** Products, likewise. */
export const cumprod: Kernel = defineKernel<tf.CumprodInputs, tf.CumprodAttrs>(
  tf.Cumprod,
  (call, stock) => stock({ ...call, attrs: fromFront(call.inputs.x, call.attrs) }),
);

function fromFront<Attributes extends tf.CumsumAttrs>(
  { shape }: tf.TensorInfo,
  attrs: Attributes,
): Attributes {
  return { ...attrs, axis: tf.util.parseAxisParam(attrs.axis, shape)[0] };
}
