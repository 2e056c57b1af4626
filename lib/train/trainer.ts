import * as tf from "@tensorflow/tfjs";
import { logitsModel } from "../model/logits_model.ts";
import type { Batch } from "../preprocess/batches.ts";
import { oneHot } from "../preprocess/one_hot.ts";
import { crossEntropy } from "./cross_entropy.ts";
import { Sgd, type SgdOptions } from "./sgd.ts";
import { WeightAverage } from "./weight_average.ts";

/** How a step is taken. */
export interface TrainerOptions extends SgdOptions {
  /** Share of the target that is spread evenly over the classes, 0 to 1. */
  readonly labelSmoothing: number;
  /** Decay of a moving average of the weights, which then is what is validated and saved. */
  readonly averageDecay?: number;
}

/** A model in training: the model, its optimiser, and the average of its weights if one is kept. */
export class Trainer {
  readonly model: tf.LayersModel;
  /** The same weights, with logits as output. */
  readonly logits: tf.LayersModel;
  readonly variables: readonly tf.Variable[];
  readonly sgd: Sgd;
  readonly average: WeightAverage | undefined;
  readonly #labelSmoothing: number;

  /** @param model ends in a softmax layer
   * @throws {TypeError} if it does not */
  constructor(model: tf.LayersModel, options: TrainerOptions) {
    this.model = model;
    this.logits = logitsModel(model);
    this.variables = model.trainableWeights.map((weight) => weight.read() as tf.Variable);
    this.sgd = new Sgd(options);
    this.#labelSmoothing = options.labelSmoothing;
    if (options.averageDecay !== undefined) this.average = new WeightAverage(options.averageDecay);
  }

  /** Takes one step on a batch.
   *
   * @returns the loss before the step, in nats, label smoothing included
   */
  async step(batch: Batch, learningRate: number): Promise<number> {
    const loss = tf.tidy(() => {
      const { value, grads } = tf.variableGrads(() => this.#loss(batch), [...this.variables]);
      this.sgd.step(this.variables, grads, learningRate);
      return value;
    });
    this.average?.update(this.model.getWeights());
    const [value] = await loss.data();
    loss.dispose();
    return value;
  }

  /** Runs `work` while the model has the weights that count: the averaged ones where they are kept. */
  async asEvaluated<T>(work: () => Promise<T>): Promise<T> {
    return this.average === undefined ? await work() : await this.average.during(this.model, work);
  }

  /** Gives the model the averaged weights for good, where they are kept. */
  useAverage(): void {
    const { averages } = this.average?.state() ?? { averages: [] };
    if (averages.length > 0) this.model.setWeights([...averages]);
  }

  /** Frees what training needed; the model stays. */
  dispose(): void {
    this.sgd.dispose();
    this.average?.dispose();
  }

  #loss({ pixels, labels, size }: Batch): tf.Scalar {
    const images = tf.tensor4d(pixels, [size, 28, 28, 1]);
    const logits = this.logits.apply(images, { training: true }) as tf.Tensor2D;
    return crossEntropy(logits, tf.tensor2d(oneHot(labels), [size, 10]), this.#labelSmoothing);
  }
}
