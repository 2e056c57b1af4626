/** From a model to its predictor: the same blocks and kernels as a plan's, for the forward pass alone.
 *
 * The way of images: `predictor.ts` takes them in by sixteen, the steps of `make_predictor_step.ts` and
 * `predict_convolution.ts` run one after another, and the values of the last one are copied out. The
 * steps take the model's weights whenever these have changed, with batch normalisation folded in
 * (`fold_batch_norms.ts`).
 *
 * @module
 */

import type * as tf from "@tensorflow/tfjs";
import { lowerModel } from "../lowering/lower_model.ts";
import { makePredictor, type PredictorOptions } from "./make_predictor.ts";
import type { Predictor } from "./predictor.ts";

/** Compiles the prediction of a model: the chains of layers that `compilePlan` takes, also with Dropout
 * between, and with any end. Batch normalisation is folded into the weights before it. What the predictor
 * says always goes by the model's weights at that time.
 *
 * @returns `undefined` for any other model, and where it would need more than a gigabyte
 *
 * @example
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 * import { initBackend } from "@lib/backend/backend.ts";
 * import { compilePredictor } from "@lib/backend/predictor/compile_predictor.ts";
 * import { deepStrictEqual } from "node:assert";
 *
 * await initBackend("wasm");
 * const layer = tf.layers.dense({ inputShape: [4], units: 2, activation: "softmax" });
 * const predictor = compilePredictor(tf.sequential({ layers: [layer] }))!;
 * const scores = predictor.predict(new Float32Array(3 * 4), 3); // of three images without ink
 * deepStrictEqual([...scores], [0.5, 0.5, 0.5, 0.5, 0.5, 0.5]);
 * ```
 */
export function compilePredictor(
  model: tf.LayersModel,
  options: PredictorOptions = {},
): Predictor | undefined {
  const lowered = lowerModel(model, (layer) => layer.getClassName() === "Dropout");
  if (lowered === undefined) return undefined;
  const byId = new Map(model.weights.map((weight) => [weight.id, weight]));
  return makePredictor(lowered, {
    valuesOf: ({ id }) => byId.get(id)!.read().dataSync<"float32">(),
    // tfjs gives a variable a new id for its data with every new value.
    versions: () => model.weights.map((weight) => weight.read().dataId),
  }, options);
}
