import * as tf from "@tensorflow/tfjs";
import { compilePlan } from "../backend/plan/compile_plan.ts";
import { logitsModel } from "../model/logits_model.ts";
import type { Batch } from "../preprocess/batches.ts";
import { PlanSteps } from "./plan_steps.ts";
import { Sgd, type SgdOptions } from "./sgd.ts";
import type { Steps } from "./steps.ts";
import { TapeSteps } from "./tape_steps.ts";
import { WeightAverage } from "./weight_average.ts";

/** How a step is taken. */
export interface TrainerOptions extends SgdOptions {
  /** How many images a step has at most. */
  readonly batchSize: number;
  /** Share of the target that is spread evenly over the classes, 0 to 1. */
  readonly labelSmoothing: number;
  /** Decay of a moving average of the weights, which then is what is validated and saved. */
  readonly averageDecay?: number;
}

/** A model in training: the model, its optimiser, and the average of its weights if one is kept.
 *
 * On wasm, a model that can be compiled is trained by its plan, any other by tfjs's tape. The model
 * itself has the weights of the last step only after {@link Trainer.updateModel}.
 */
export class Trainer {
  readonly model: tf.LayersModel;
  /** The same weights, with logits as output. */
  readonly logits: tf.LayersModel;
  readonly average: WeightAverage | undefined;
  readonly #steps: Steps;

  /** @param model ends in a softmax layer
   * @throws {TypeError} if it does not
   * @throws {RangeError} if an option makes no sense */
  constructor(model: tf.LayersModel, options: TrainerOptions) {
    this.model = model;
    this.logits = logitsModel(model);
    const sgd = new Sgd(options);
    const plan = tf.getBackend() === "wasm" ? compilePlan(model, options.batchSize) : undefined;
    this.#steps = plan === undefined
      ? new TapeSteps(this.logits, { sgd, labelSmoothing: options.labelSmoothing })
      : new PlanSteps(plan, model, options);
    if (options.averageDecay !== undefined) this.average = new WeightAverage(options.averageDecay);
  }

  /** Takes one step on a batch.
   *
   * @returns the loss before the step, in nats, label smoothing included
   */
  async step(batch: Batch, learningRate: number): Promise<number> {
    const loss = await this.#steps.take(batch, learningRate);
    if (this.average !== undefined) {
      this.updateModel();
      this.average.update(this.model.getWeights());
    }
    return loss;
  }

  /** Gives the model the weights of the last step. */
  updateModel(): void {
    this.#steps.updateModel();
  }

  /** Runs `work` while the model has the weights that count: the averaged ones where they are kept. */
  async asEvaluated<T>(work: () => Promise<T>): Promise<T> {
    this.updateModel();
    return this.average === undefined ? await work() : await this.average.during(this.model, work);
  }

  /** Gives the model the averaged weights for good, where they are kept. */
  useAverage(): void {
    this.updateModel();
    const { averages } = this.average?.state() ?? { averages: [] };
    if (averages.length > 0) this.model.setWeights([...averages]);
  }

  /** The optimiser's velocities, in the order of the model's trained weights. */
  velocities(): Float32Array[] {
    return this.#steps.velocities();
  }

  /** Goes on from the model's weights as they are now, with these velocities.
   *
   * @throws {RangeError} if they do not fit the weights
   */
  restore(velocities: readonly Float32Array[]): void {
    this.#steps.restore(velocities);
  }

  /** Frees what training needed; the model stays, with the weights of the last step. */
  dispose(): void {
    this.#steps.dispose();
    this.average?.dispose();
  }
}
