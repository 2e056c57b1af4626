/** Making a model surer or less sure of itself.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { LayersModel } from "../backend/layers_model.ts";

/** Makes a classifier surer of itself or less sure, by a factor on its logits: the weights of the last
 * dense layer take it up, so that the model needs no further layer. With the inverse of a temperature
 * its confidence is calibrated. Which class is the most probable does not change.
 *
 * @param model ends in a dense layer and a softmax layer of its own; changed in place
 * @param factor above 0: above 1 for surer
 * @throws {TypeError} if the model ends in other layers
 * @throws {RangeError} if the factor is not positive
 *
 * @example
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 * import { scaleLogits } from "@lib/model/scale_logits.ts";
 * import { deepStrictEqual } from "node:assert";
 * const dense = tf.layers.dense({ units: 2, inputShape: [1], kernelInitializer: "ones" });
 * scaleLogits(tf.sequential({ layers: [dense, tf.layers.softmax()] }), 2);
 * deepStrictEqual([...dense.getWeights()[0].dataSync()], [2, 2]);
 * ```
 */
export function scaleLogits(model: LayersModel, factor: number): void {
  const [dense, softmax] = model.layers.slice(-2);
  if (dense?.getClassName() !== "Dense" || softmax?.getClassName() !== "Softmax") {
    const found = model.layers.slice(-2).map((layer) => layer.getClassName()).join(" and ");
    throw new TypeError(
      `Cannot scale the logits of model "${model.name}": found ${found} at its end, wanted a dense ` +
        "layer and a softmax layer",
    );
  }
  if (!(factor > 0 && Number.isFinite(factor))) {
    throw new RangeError(`Cannot scale logits by ${factor}: must be more than 0`);
  }
  tf.tidy(() => dense.setWeights(dense.getWeights().map((weight) => tf.mul(weight, factor))));
}
