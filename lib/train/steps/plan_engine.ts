import type { ModelPlan } from "../../backend/plan/compile_plan.ts";
import type { Dataset } from "../../download/dataset.ts";
import { asEvaluated } from "./averaged_weights.ts";
import { ModelState } from "./model_state.ts";
import { PlanLearner } from "./plan_learner.ts";
import type { LearnerOptions } from "./learner_options.ts";
import type { EpochSteps, OptimiserState, StepEngine } from "./step_engine.ts";
import { validate, type Validation } from "./validate.ts";
import type { LayersModel } from "../../backend/layers_model.ts";

/** Training steps by a compiled plan, on weights of its own: the model has the old ones until it is
 * given the new ones. */
export class PlanEngine implements StepEngine {
  readonly #model: LayersModel;
  readonly #logits: LayersModel;
  readonly #validation: Dataset;
  readonly #learner: PlanLearner;
  readonly #state: ModelState;
  readonly #batchSize: number;
  #isStopped = false;
  #isModelStale = false;

  /** @param plan compiled from the model, for whole batches
   * @param data `train` is learned, `validation` scored; `logits` is the model without its softmax
   * @throws {RangeError} if the decay of the average is out of range */
  constructor(
    plan: ModelPlan,
    model: LayersModel,
    { train, validation, logits, options }: {
      readonly train: Dataset;
      readonly validation: Dataset;
      readonly logits: LayersModel;
      readonly options: LearnerOptions;
    },
  ) {
    this.#model = model;
    this.#logits = logits;
    this.#validation = validation;
    this.#learner = new PlanLearner(plan, train, options);
    this.#state = new ModelState(model, plan, ArrayBuffer);
    this.#batchSize = plan.batch;
  }

  async *take({ epoch, firstStep, learningRates }: EpochSteps): AsyncGenerator<number, void> {
    this.#isStopped = false;
    for (let step = firstStep; step < learningRates.length && !this.#isStopped; step++) {
      const first = step * this.#batchSize;
      const total = Math.min(this.#batchSize, epoch.order.length - first);
      const share = { first, size: total, total };
      this.#isModelStale = true;
      yield this.#learner.step(epoch, share, learningRates[step]) / total;
    }
  }

  stop(): void {
    this.#isStopped = true;
  }

  async validate(): Promise<Validation> {
    return await asEvaluated(this.#model, this, () => validate(this.#logits, this.#validation));
  }

  updateModel(): void {
    if (!this.#isModelStale) return;
    this.#learner.save(this.#state.flat);
    this.#state.giveToModel();
    this.#isModelStale = false;
  }

  state(): Promise<OptimiserState> {
    this.#learner.save(this.#state.flat);
    return Promise.resolve(this.#state.optimiser());
  }

  // deno-lint-ignore require-await -- so that it rejects, and does not throw
  async restore(state: OptimiserState): Promise<void> {
    this.#state.restore(state);
    this.#learner.load(this.#state.flat);
    this.#isModelStale = false;
  }

  dispose(): Promise<void> {
    this.updateModel();
    return Promise.resolve();
  }
}
