import * as tf from "@tensorflow/tfjs";
import { defineKernel, type Kernel } from "./kernel.ts";

/** Sums the rows of a tensor by the number of their segment: the gradient of `tf.gather`, and with it
 * of `tf.layers.embedding`. tfjs has none on wasm. Rows whose number is negative or too large are left
 * out.
 *
 * Inputs: `x` `[…ids, …row]`, of float32, or of int32 or bool, which become float32 as on tfjs's cpu
 * backend; `segmentIds` `[…ids]`, of any rank (on the cpu backend of rank 1 alone). Result:
 * `[numSegments, …row]`.
 *
 * @throws {Error} if the ids have another shape than the leading axes of `x`
 */
export const unsortedSegmentSum: Kernel = defineKernel<
  tf.UnsortedSegmentSumInputs,
  tf.UnsortedSegmentSumAttrs
>(tf.UnsortedSegmentSum, ({ inputs: { x, segmentIds }, attrs: { numSegments }, backend }) => {
  const rank = segmentIds.shape.length;
  if (!tf.util.arraysEqual(x.shape.slice(0, rank), segmentIds.shape)) {
    throw new Error(
      `Cannot sum segments: found segment ids of shape [${segmentIds.shape}] for values of shape ` +
        `[${x.shape}], wanted the leading axes of the values; give one id for each row`,
    );
  }
  const row = x.shape.slice(rank);
  const result = backend.makeOutput([numSegments, ...row], "float32");
  const [values, ids, sums] = [x, segmentIds, result].map((tensor) =>
    backend.typedArrayFromHeap(tensor)
  );
  sums.fill(0);
  const length = tf.util.sizeFromShape(row);
  for (let i = 0; i < ids.length; i++) {
    const segment = ids[i];
    if (segment < 0 || segment >= numSegments) continue;
    const [from, to] = [i * length, segment * length];
    for (let j = 0; j < length; j++) sums[to + j] += values[from + j];
  }
  return result;
});
