import type * as tf from "@tensorflow/tfjs";
import { copyFromModel, copyToModel } from "./model_weights.ts";
import { Plan } from "./plan.ts";

/** A plan in the thread that has the model too. The plan has weights of its own:
 * {@link ModelPlan.readWeights} takes the model's, {@link ModelPlan.writeWeights} gives them back. */
export class ModelPlan extends Plan {
  /** Takes the weights and running averages of a model: the one compiled, or another of the same
   * structure. */
  readWeights(model: tf.LayersModel): void {
    copyFromModel(this.trained, this.weights, model.trainableWeights);
    copyFromModel(this.averaged, this.running, model.nonTrainableWeights);
  }

  /** Gives a model the weights and running averages of the plan. */
  writeWeights(model: tf.LayersModel): void {
    copyToModel(this.trained, this.weights, model.trainableWeights);
    this.writeRunning(model);
  }

  /** Gives a model the running averages alone. */
  writeRunning(model: tf.LayersModel): void {
    copyToModel(this.averaged, this.running, model.nonTrainableWeights);
  }
}
