import * as tf from "@tensorflow/tfjs";
import type { SgdOptions } from "./learner_options.ts";

/** Stochastic gradient descent with momentum and weight decay.
 *
 * For each weight `w` with gradient `g`, in the form that PyTorch uses:
 *
 *     g ← g + weightDecay · w
 *     v ← momentum · v + g
 *     w ← w − learningRate · (nesterov ? g + momentum · v : v)
 *
 * tfjs's own optimisers fix the rate and know no weight decay.
 */
export class Sgd {
  readonly #options: SgdOptions;
  readonly #velocities = new Map<string, tf.Variable>();

  /** @throws {RangeError} if momentum or weight decay is out of range */
  constructor(options: SgdOptions) {
    const { momentum, weightDecay } = options;
    if (!(momentum >= 0 && momentum < 1)) {
      throw new RangeError(`Cannot use momentum ${momentum}: must be 0 to below 1`);
    }
    if (!(weightDecay >= 0)) {
      throw new RangeError(`Cannot use weight decay ${weightDecay}: must be at least 0`);
    }
    this.#options = options;
  }

  /** Moves every variable one step down its gradient.
   *
   * @param variables what is trained
   * @param gradients the gradient of each, by the variable's name
   * @param learningRate above 0
   */
  step(
    variables: readonly tf.Variable[],
    gradients: tf.NamedTensorMap,
    learningRate: number,
  ): void {
    const { momentum, nesterov, weightDecay } = this.#options;
    for (const variable of variables) {
      tf.tidy(() => {
        const gradient = gradients[variable.name].add(variable.mul(weightDecay));
        if (momentum === 0) return variable.assign(variable.sub(gradient.mul(learningRate)));
        const velocity = this.#velocity(variable);
        velocity.assign(velocity.mul(momentum).add(gradient));
        const direction = nesterov ? velocity.mul(momentum).add(gradient) : velocity;
        variable.assign(variable.sub(direction.mul(learningRate)));
      });
    }
  }

  /** The velocities, in the order of the variables, to be kept in a checkpoint. */
  async velocities(variables: readonly tf.Variable[]): Promise<Float32Array[]> {
    const values = variables.map((variable) => this.#velocity(variable).data<"float32">());
    return (await Promise.all(values)).map((velocity) => velocity.slice());
  }

  /** Goes on with the velocities of a checkpoint.
   *
   * @throws {RangeError} if they do not fit the variables
   */
  restore(variables: readonly tf.Variable[], velocities: readonly Float32Array[]): void {
    for (const [index, variable] of variables.entries()) {
      const found = velocities[index]?.length ?? 0;
      if (found !== variable.size) {
        throw new RangeError(
          `Cannot restore the velocity of ${variable.name}: found ${found} values, wanted ${variable.size}`,
        );
      }
      tf.tidy(() => this.#velocity(variable).assign(tf.tensor(velocities[index], variable.shape)));
    }
  }

  /** Frees the velocities. */
  dispose(): void {
    for (const velocity of this.#velocities.values()) velocity.dispose();
    this.#velocities.clear();
  }

  #velocity(variable: tf.Variable): tf.Variable {
    let velocity = this.#velocities.get(variable.name);
    if (velocity === undefined) {
      velocity = tf.tidy(() => tf.variable(tf.zerosLike(variable), false));
      this.#velocities.set(variable.name, velocity);
    }
    return velocity;
  }
}
