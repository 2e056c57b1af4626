import type * as tf from "@tensorflow/tfjs";
import type { Plan } from "../backend/plan/plan.ts";
import type { Batch } from "../preprocess/batches.ts";
import type { SgdOptions } from "./sgd.ts";
import type { Steps } from "./steps.ts";

/** Training steps by a compiled plan, on weights of its own: the model has the old ones until it is
 * given the new ones. */
export class PlanSteps implements Steps {
  readonly #plan: Plan;
  readonly #model: tf.LayersModel;
  readonly #options: SgdOptions & { readonly labelSmoothing: number };
  #isModelStale = false;

  /** @param plan compiled from the model */
  constructor(
    plan: Plan,
    model: tf.LayersModel,
    options: SgdOptions & { readonly labelSmoothing: number },
  ) {
    this.#plan = plan;
    this.#model = model;
    this.#options = options;
  }

  take({ pixels, labels, size }: Batch, learningRate: number): Promise<number> {
    const { labelSmoothing: smoothing, momentum, nesterov, weightDecay } = this.#options;
    const loss = this.#plan.gradients(pixels, labels, { smoothing });
    this.#plan.sgdStep({ learningRate, momentum, nesterov, weightDecay });
    this.#isModelStale = true;
    return Promise.resolve(loss / size);
  }

  updateModel(): void {
    if (this.#isModelStale) this.#plan.writeWeights(this.#model);
    this.#isModelStale = false;
  }

  velocities(): Float32Array[] {
    return this.#parts().map((velocity) => velocity.slice());
  }

  restore(velocities: readonly Float32Array[]): void {
    for (const [index, velocity] of this.#parts().entries()) {
      const found = velocities[index]?.length ?? 0;
      if (found !== velocity.length) {
        throw new RangeError(
          `Cannot restore velocity ${index}: found ${found} values, wanted ${velocity.length}`,
        );
      }
      velocity.set(velocities[index]);
    }
    this.#plan.readWeights(this.#model);
    this.#isModelStale = false;
  }

  dispose(): void {
    this.updateModel();
  }

  #parts(): Float32Array[] {
    return this.#plan.trained.parts(this.#plan.velocities, this.#model.trainableWeights);
  }
}
