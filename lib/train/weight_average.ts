import * as tf from "@tensorflow/tfjs";

/** An exponential moving average of a model's weights (Polyak and Juditsky, 1992).
 *
 * The average forgets its start: after `t` updates the share kept is at most `t / (t + 10)`, so that
 * a short run is not dominated by the initial weights.
 */
export class WeightAverage {
  readonly #decay: number;
  #averages: tf.Tensor[] = [];
  #updates = 0;

  /** @param decay share of the average that is kept at each update, 0 to below 1
   * @throws {RangeError} if it is out of range */
  constructor(decay: number) {
    if (!(decay >= 0 && decay < 1)) {
      throw new RangeError(`Cannot average weights with decay ${decay}: must be 0 to below 1`);
    }
    this.#decay = decay;
  }

  /** Takes the weights of a step into the average. */
  update(weights: readonly tf.Tensor[]): void {
    const kept = Math.min(this.#decay, this.#updates / (this.#updates + 10));
    const averages = tf.tidy(() =>
      weights.map((weight, index) => {
        if (this.#updates === 0) return tf.keep(weight.clone());
        return tf.keep(this.#averages[index].mul(kept).add(weight.mul(1 - kept)));
      })
    );
    tf.dispose(this.#averages);
    this.#averages = averages;
    this.#updates++;
  }

  /** Runs `work` while the model has the averaged weights, then gives it its own back. */
  async during<T>(model: tf.LayersModel, work: () => Promise<T>): Promise<T> {
    if (this.#updates === 0) return await work();
    const own = tf.tidy(() => model.getWeights().map((weight) => weight.clone()));
    model.setWeights(this.#averages);
    try {
      return await work();
    } finally {
      model.setWeights(own);
      tf.dispose(own);
    }
  }

  /** The averages and how many updates they hold, to be kept in a checkpoint. */
  state(): { readonly averages: readonly tf.Tensor[]; readonly updates: number } {
    return { averages: this.#averages, updates: this.#updates };
  }

  /** Goes on from a checkpoint; the tensors become this object's own. */
  restore(averages: readonly tf.Tensor[], updates: number): void {
    tf.dispose(this.#averages);
    this.#averages = [...averages];
    this.#updates = updates;
  }

  /** Frees the averages. */
  dispose(): void {
    tf.dispose(this.#averages);
    this.#averages = [];
    this.#updates = 0;
  }
}
