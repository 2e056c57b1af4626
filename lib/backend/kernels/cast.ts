import * as tf from "@tensorflow/tfjs";
import { defineKernel, type Kernel, runKernel } from "./kernel.ts";

/** Change of type; to the type that a tensor has already, by reference, where tfjs copies. */
export const cast: Kernel = defineKernel<tf.CastInputs, tf.CastAttrs>(
  tf.Cast,
  (call, stock) => {
    const { inputs: { x }, attrs: { dtype }, backend } = call;
    return x.dtype === dtype ? runKernel(tf.Identity, backend, { x }) : stock(call);
  },
);
