import * as tf from "@tensorflow/tfjs";
import type { Batch } from "../preprocess/batches.ts";
import { oneHot } from "../preprocess/one_hot.ts";
import { crossEntropy } from "./cross_entropy.ts";
import type { Sgd } from "./sgd.ts";
import type { Steps } from "./steps.ts";

/** Training steps by tfjs's tape: any model, any backend. */
export class TapeSteps implements Steps {
  readonly #logits: tf.LayersModel;
  readonly #variables: tf.Variable[];
  readonly #sgd: Sgd;
  readonly #labelSmoothing: number;

  /** @param logits the model, with logits as output */
  constructor(
    logits: tf.LayersModel,
    { sgd, labelSmoothing }: { readonly sgd: Sgd; readonly labelSmoothing: number },
  ) {
    this.#logits = logits;
    this.#variables = logits.trainableWeights.map((weight) => weight.read() as tf.Variable);
    this.#sgd = sgd;
    this.#labelSmoothing = labelSmoothing;
  }

  async take(batch: Batch, learningRate: number): Promise<number> {
    const loss = tf.tidy(() => {
      const { value, grads } = tf.variableGrads(() => this.#loss(batch), this.#variables);
      this.#sgd.step(this.#variables, grads, learningRate);
      return value;
    });
    const [value] = await loss.data();
    loss.dispose();
    return value;
  }

  updateModel(): void {} // the model's own variables are what is trained

  velocities(): Float32Array[] {
    return this.#sgd.velocities(this.#variables);
  }

  restore(velocities: readonly Float32Array[]): void {
    this.#sgd.restore(this.#variables, velocities);
  }

  dispose(): void {
    this.#sgd.dispose();
  }

  #loss({ pixels, labels, size }: Batch): tf.Scalar {
    const images = tf.tensor4d(pixels, [size, 28, 28, 1]);
    const logits = this.#logits.apply(images, { training: true }) as tf.Tensor2D;
    return crossEntropy(logits, tf.tensor2d(oneHot(labels), [size, 10]), this.#labelSmoothing);
  }
}
