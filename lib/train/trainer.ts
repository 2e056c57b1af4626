import * as tf from "@tensorflow/tfjs";
import { blueprintOf } from "../backend/lowering/blueprint.ts";
import { compilePlan } from "../backend/plan/compile_plan.ts";
import { logitsModel } from "../model/logits_model.ts";
import type { TrainingData } from "./training_data.ts";
import type { LearnerOptions } from "./steps/plan_learner.ts";
import { PlanEngine } from "./steps/plan_engine.ts";
import type { EpochSteps, OptimiserState, StepEngine } from "./steps/step_engine.ts";
import { TapeEngine } from "./steps/tape_engine.ts";
import { validate, type Validation } from "./steps/validate.ts";
import { WorkerEngine } from "./workers/worker_engine.ts";

/** How steps are taken. */
export interface TrainerOptions extends LearnerOptions {
  /** How many images a step has at most. */
  readonly batchSize: number;
  /** On how many cores; only a plan takes more than one. */
  readonly workers: number;
}

/** A model in training: the model, its optimiser, and the average of its weights if one is kept.
 *
 * On wasm, a model that can be compiled is trained by its plan, here or by several workers, any other
 * by tfjs's tape. The model itself has the weights of the last step only after
 * {@link Trainer.updateModel}.
 */
export class Trainer {
  readonly model: tf.LayersModel;
  /** How many workers there are: 1 where the steps are taken in this thread. */
  readonly workers: number;
  readonly #logits: tf.LayersModel;
  readonly #validation: TrainingData["validation"];
  readonly #steps: StepEngine;

  /** @param model ends in a softmax layer
   * @throws {TypeError} if it does not
   * @throws {RangeError} if an option makes no sense */
  constructor(model: tf.LayersModel, data: TrainingData, options: TrainerOptions) {
    this.model = model;
    this.#logits = logitsModel(model);
    this.#validation = data.validation;
    this.workers = workersFor(model, options.workers);
    this.#steps = this.workers > 1
      ? new WorkerEngine(model, blueprintOf(model)!, { ...data, options })
      : this.#stepsHere(data, options);
  }

  /** Takes steps; see {@link StepEngine.take}. */
  take(steps: EpochSteps): AsyncGenerator<number, void> {
    return this.#steps.take(steps);
  }

  /** Makes {@link Trainer.take} end after the steps that are done or under way. */
  stop(): void {
    this.#steps.stop();
  }

  /** Scores the validation images with the weights that count: the averaged ones where they are
   * kept. */
  async validate(): Promise<Validation> {
    if (this.#steps.score !== undefined) return await this.#steps.score();
    return await this.asEvaluated(() => validate(this.#logits, this.#validation));
  }

  /** Gives the model the weights of the last step. */
  updateModel(): void {
    this.#steps.updateModel();
  }

  /** Runs `work` while the model has the weights that count. */
  async asEvaluated<T>(work: () => Promise<T>): Promise<T> {
    this.updateModel();
    const { averages } = await this.#steps.state();
    if (averages.length === 0) return await work();
    const own = this.model.getWeights().map((weight) => weight.clone());
    setWeights(this.model, averages);
    try {
      return await work();
    } finally {
      this.model.setWeights(own);
      tf.dispose(own);
    }
  }

  /** Gives the model the averaged weights for good, where they are kept. */
  async useAverage(): Promise<void> {
    this.updateModel();
    const { averages } = await this.#steps.state();
    if (averages.length > 0) setWeights(this.model, averages);
  }

  /** What the run needs to go on, beside the weights of the model. */
  state(): Promise<OptimiserState> {
    return this.#steps.state();
  }

  /** Goes on from the model's weights as they are now, with this state.
   *
   * @throws {RangeError} if the velocities do not fit the weights
   */
  async restore(state: OptimiserState): Promise<void> {
    await this.#steps.restore(state);
  }

  /** Frees what training needed; the model stays, with the weights of the last step. */
  async dispose(): Promise<void> {
    await this.#steps.dispose();
  }

  #stepsHere({ train: images }: TrainingData, options: TrainerOptions): StepEngine {
    const plan = tf.getBackend() === "wasm"
      ? compilePlan(this.model, options.batchSize)
      : undefined;
    return plan === undefined
      ? new TapeEngine(this.#logits, { images, options })
      : new PlanEngine(plan, this.model, { images, options });
  }
}

/** How many of the wished workers a model can have: all where a plan is made of it, else one.
 *
 * @throws {RangeError} if the number is no positive integer */
export function workersFor(model: tf.LayersModel, wished: number): number {
  if (!Number.isInteger(wished) || wished < 1) {
    throw new RangeError(`Cannot train with ${wished} workers: must be an integer of at least 1`);
  }
  return tf.getBackend() === "wasm" && blueprintOf(model) !== undefined ? wished : 1;
}

function setWeights(model: tf.LayersModel, values: readonly Float32Array[]): void {
  tf.tidy(() =>
    model.setWeights(
      values.map((value, i) => tf.tensor(value, model.weights[i].shape as number[])),
    )
  );
}
