import * as tf from "@tensorflow/tfjs";
import type { Dataset } from "../../download/dataset.ts";
import type { Batch } from "../../preprocess/dataset/batches.ts";
import { oneHot } from "../../preprocess/dataset/one_hot.ts";
import { asEvaluated } from "./averaged_weights.ts";
import { crossEntropy } from "./cross_entropy.ts";
import type { LearnerOptions } from "./learner_options.ts";
import { Sgd } from "./sgd.ts";
import type { EpochSteps, OptimiserState, StepEngine } from "./step_engine.ts";
import { trainingBatch } from "./training_batch.ts";
import { validate, type Validation } from "./validate.ts";
import { WeightAverage } from "./weight_average.ts";
import type { LayersModel } from "../../backend/layers_model.ts";
import { imageSide } from "../../image/digit_size.ts";

/** Training steps by tfjs's tape: any model, any backend. */
export class TapeEngine implements StepEngine {
  readonly #model: LayersModel;
  readonly #validation: Dataset;
  readonly #logits: LayersModel;
  readonly #variables: tf.Variable[];
  readonly #images: Dataset;
  readonly #options: LearnerOptions & { readonly batchSize: number };
  readonly #sgd: Sgd;
  readonly #average: WeightAverage | undefined;
  #isStopped = false;

  /** @param data `train` is learned, `validation` scored; `logits` is the model without its softmax
   * @throws {RangeError} if momentum, weight decay or the decay of the average is out of range */
  constructor(model: LayersModel, { train, validation, logits, options }: {
    readonly train: Dataset;
    readonly validation: Dataset;
    readonly logits: LayersModel;
    readonly options: LearnerOptions & { readonly batchSize: number };
  }) {
    this.#model = model;
    this.#validation = validation;
    this.#logits = logits;
    this.#variables = logits.trainableWeights.map((weight) => weight.read() as tf.Variable);
    this.#images = train;
    this.#options = options;
    this.#sgd = new Sgd(options);
    const { averageDecay } = options;
    if (averageDecay !== undefined) this.#average = new WeightAverage(averageDecay);
  }

  async *take({ epoch, firstStep, learningRates }: EpochSteps): AsyncGenerator<number, void> {
    const { batchSize, augmentation } = this.#options;
    this.#isStopped = false;
    for (let step = firstStep; step < learningRates.length && !this.#isStopped; step++) {
      const first = step * batchSize;
      const size = Math.min(batchSize, epoch.order.length - first);
      const batch = trainingBatch(this.#images, epoch, { first, size }, augmentation);
      const loss = await this.#step(batch, learningRates[step]);
      this.#average?.update(await valuesOf(this.#logits.getWeights()));
      yield loss;
    }
  }

  stop(): void {
    this.#isStopped = true;
  }

  async validate(): Promise<Validation> {
    return await asEvaluated(this.#model, this, () => validate(this.#logits, this.#validation));
  }

  updateModel(): void {} // the model's own variables are what is trained

  async state(): Promise<OptimiserState> {
    const { averages, updates } = this.#average?.state() ?? { averages: [], updates: 0 };
    const velocities = await this.#sgd.velocities(this.#variables);
    return { velocities, squares: [], steps: 0, averages, updates };
  }

  // deno-lint-ignore require-await -- so that it rejects, and does not throw
  async restore({ velocities, averages, updates }: OptimiserState): Promise<void> {
    this.#sgd.restore(this.#variables, velocities);
    this.#average?.restore(averages, updates);
  }

  dispose(): Promise<void> {
    this.#sgd.dispose();
    return Promise.resolve();
  }

  async #step(batch: Batch, learningRate: number): Promise<number> {
    const loss = tf.tidy(() => {
      const { value, grads } = tf.variableGrads(() => this.#loss(batch), this.#variables);
      this.#sgd.step(this.#variables, grads, learningRate);
      return value;
    });
    const [value] = await loss.data();
    loss.dispose();
    return value;
  }

  #loss({ pixels, labels, size }: Batch): tf.Scalar {
    const images = tf.tensor4d(pixels, [size, imageSide, imageSide, 1]);
    const logits = this.#logits.apply(images, { training: true }) as tf.Tensor2D;
    const targets = tf.tensor2d(oneHot(labels, logits.shape[1]), logits.shape);
    return crossEntropy(logits, targets, this.#options.labelSmoothing);
  }
}

async function valuesOf(tensors: readonly tf.Tensor[]): Promise<Float32Array[]> {
  return await Promise.all(tensors.map((tensor) => tensor.data<"float32">()));
}
