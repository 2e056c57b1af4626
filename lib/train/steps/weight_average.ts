/** An exponential moving average of a model's weights (Polyak and Juditsky, 1992).
 *
 * The average forgets its start: after `t` updates the share kept is at most `t / (t + 10)`, so that
 * a short run is not dominated by the initial weights.
 */
export class WeightAverage {
  readonly #decay: number;
  #averages: Float32Array[] = [];
  #updates = 0;

  /** @param decay share of the average that is kept at each update, 0 to below 1
   * @throws {RangeError} if it is out of range */
  constructor(decay: number) {
    if (!(decay >= 0 && decay < 1)) {
      throw new RangeError(`Cannot average weights with decay ${decay}: must be 0 to below 1`);
    }
    this.#decay = decay;
  }

  /** Takes the weights of a step into the average.
   *
   * @param weights arrays of the same lengths at each call; not kept */
  update(weights: readonly Float32Array[]): void {
    if (this.#updates === 0) this.#averages = weights.map((weight) => weight.slice());
    const kept = Math.min(this.#decay, this.#updates / (this.#updates + 10));
    for (const [index, average] of this.#averages.entries()) {
      const weight = weights[index];
      for (let i = 0; i < average.length; i++) {
        average[i] = average[i] * kept + weight[i] * (1 - kept);
      }
    }
    this.#updates++;
  }

  /** The averages, none before the first update, and how many updates they hold. */
  state(): { readonly averages: readonly Float32Array[]; readonly updates: number } {
    return { averages: this.#averages, updates: this.#updates };
  }

  /** Goes on from what {@link WeightAverage.state} gave, copied. */
  restore(averages: readonly Float32Array[], updates: number): void {
    this.#averages = averages.map((average) => average.slice());
    this.#updates = updates;
  }
}
