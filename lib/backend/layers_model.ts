/** The type of the models that this library builds, trains and asks.
 *
 * @module
 */

import type * as tf from "@tensorflow/tfjs";

/** A stock TensorFlow.js Layers model: what `tf.sequential`, `tf.model` and `tf.loadLayersModel` give.
 *
 * @example
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 * import type { LayersModel } from "@lib/backend/layers_model.ts";
 * import { deepStrictEqual } from "node:assert";
 * const model: LayersModel = tf.sequential({
 *   layers: [tf.layers.flatten({ inputShape: [28, 28, 1] })],
 * });
 * deepStrictEqual(model.outputs[0].shape, [null, 784]);
 * ```
 */
export type LayersModel = tf.LayersModel;
