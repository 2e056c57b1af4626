/** From a model to the plan of its training step; `plan.ts` tells what a batch goes through there.
 *
 * @module
 */

import type * as tf from "@tensorflow/tfjs";
import { blueprintOf } from "../lowering/blueprint.ts";
import { allocate, type PlanOptions } from "./allocate.ts";
import { copyFromModel, copyToModel } from "./model_weights.ts";
import { Plan } from "./plan.ts";

/** Compiles the training step of a model: a chain of the layers Cropping2D and Rescaling at the
 * start, Conv2D of stride 1, MaxPooling2D and AveragePooling2D of 2×2, BatchNormalization, ReLU,
 * Flatten, Dense, and a softmax or none at the end. The plan begins with the model's weights.
 *
 * @param model its output is `[batch, classes]`, probabilities or logits
 * @param batch how many images a step has at most
 * @returns `undefined` for any other model, and where it would need more than a gigabyte
 *
 * @example
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 * import { initBackend } from "@lib/backend/backend.ts";
 * import { compilePlan } from "@lib/backend/plan/compile_plan.ts";
 * import { ok, strictEqual } from "node:assert";
 *
 * await initBackend("wasm");
 * const layer = tf.layers.dense({ inputShape: [4], units: 3, kernelInitializer: "zeros" });
 * const plan = compilePlan(tf.sequential({ layers: [layer] }), 2)!;
 * const [pixels, labels] = [new Float32Array(2 * 4).fill(1), Uint8Array.of(0, 0)];
 * const before = plan.gradients(pixels, labels);
 * strictEqual(before.toFixed(4), (2 * Math.log(3)).toFixed(4)); // three classes, as likely as each other
 * plan.sgdStep({ learningRate: 0.1, momentum: 0, nesterov: false, weightDecay: 0 });
 * ok(plan.score(pixels, labels) < before);
 * ```
 */
export function compilePlan(
  model: tf.LayersModel,
  batch: number,
  options: PlanOptions = {},
): ModelPlan | undefined {
  const blueprint = blueprintOf(model);
  const parts = blueprint === undefined ? undefined : allocate(blueprint, batch, options);
  if (parts === undefined) return undefined;
  const plan = new ModelPlan(parts);
  plan.copyFrom(model);
  return plan;
}

/** A plan in the thread that has the model too. The plan has weights of its own:
 * {@link ModelPlan.copyFrom} takes the model's, {@link ModelPlan.copyTo} gives them back. */
export class ModelPlan extends Plan {
  /** Takes the weights and running averages of a model: the one compiled, or another of the same
   * structure. */
  copyFrom(model: tf.LayersModel): void {
    copyFromModel(this.trained, this.weights, model.trainableWeights);
    copyFromModel(this.averaged, this.running, model.nonTrainableWeights);
  }

  /** Gives a model the weights and running averages of the plan. */
  copyTo(model: tf.LayersModel): void {
    copyToModel(this.trained, this.weights, model.trainableWeights);
    this.copyRunningTo(model);
  }

  /** Gives a model the running averages alone. */
  copyRunningTo(model: tf.LayersModel): void {
    copyToModel(this.averaged, this.running, model.nonTrainableWeights);
  }
}
