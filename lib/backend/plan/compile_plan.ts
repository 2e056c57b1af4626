import type * as tf from "@tensorflow/tfjs";
import { blueprintOf } from "../lowering/blueprint.ts";
import { allocate, type PlanOptions } from "./allocate.ts";
import { ModelPlan } from "./model_plan.ts";

/** Compiles the training step of a model: a chain of the layers Cropping2D and Rescaling at the
 * start, Conv2D of stride 1, MaxPooling2D and AveragePooling2D of 2×2, BatchNormalization, ReLU,
 * Flatten, Dense, and a softmax or none at the end. The plan begins with the model's weights.
 *
 * @param model its output is `[batch, classes]`, probabilities or logits
 * @param batch how many images a step has at most
 * @returns `undefined` for any other model, and where it would need more than a gigabyte
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
  plan.readWeights(model);
  return plan;
}
