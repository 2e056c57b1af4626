/** A model without its softmax.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { LayersModel } from "../backend/layers_model.ts";

/** The same model without its last layer, the softmax: its output is the logits, `[batch, 10]`.
 * The two share their weights. Training works on logits, where the cross-entropy of a confident
 * mistake is still exact; `log(softmax)` of a rounded 0 would be infinite.
 *
 * @throws {TypeError} if the last layer is not a softmax layer of its own
 *
 * @example
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 * import { logitsModel } from "@lib/model/logits_model.ts";
 * import { strictEqual } from "node:assert";
 * const dense = tf.layers.dense({ units: 2, inputShape: [3] });
 * const logits = logitsModel(tf.sequential({ layers: [dense, tf.layers.softmax()] }));
 * strictEqual(logits.layers.at(-1), dense);
 * ```
 */
export function logitsModel(model: LayersModel): LayersModel {
  const last = model.layers[model.layers.length - 1];
  if (last.getClassName() !== "Softmax") {
    throw new TypeError(
      `Cannot take the logits of model "${model.name}": its last layer is ${last.getClassName()}, ` +
        "wanted a softmax layer of its own, tf.layers.softmax()",
    );
  }
  return tf.model({ inputs: model.inputs, outputs: last.input as tf.SymbolicTensor });
}
