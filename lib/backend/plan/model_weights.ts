import * as tf from "@tensorflow/tfjs";
import type { FlatWeights } from "./flat_weights.ts";

/** Copies the values of a model's weights into a flat array.
 *
 * @param weights those that `flatWeights` was made from, or of another model of the same structure
 */
export function copyFromModel(
  flatWeights: FlatWeights,
  flat: Float32Array,
  weights: readonly tf.LayerVariable[],
): void {
  for (const [position, part] of flatWeights.parts(flat).entries()) {
    part.set(weights[position].read().dataSync<"float32">());
  }
}

/** Gives a model's weights the values of a flat array.
 *
 * @param weights those that `flatWeights` was made from, or of another model of the same structure
 */
export function copyToModel(
  flatWeights: FlatWeights,
  flat: Float32Array,
  weights: readonly tf.LayerVariable[],
): void {
  tf.tidy(() => {
    for (const [position, part] of flatWeights.parts(flat).entries()) {
      const weight = weights[position];
      weight.write(tf.tensor(part.slice(), weight.shape as number[], "float32"));
    }
  });
}
