import type { Plan } from "../../backend/plan/plan.ts";
import type { Dataset } from "../../download/dataset.ts";
import { wholeShifts } from "../../preprocess/dataset/augment.ts";
import type { Positions } from "../../preprocess/dataset/batches.ts";
import { type Epoch, variationOf } from "../../preprocess/dataset/epoch.ts";
import { gatherImages } from "../../preprocess/dataset/gather_images.ts";
import type { FlatState } from "./flat_state.ts";
import type { LearnerOptions } from "./learner_options.ts";
import { trainingBatch } from "./training_batch.ts";
import { variations } from "./variations.ts";
import { WeightAverage } from "./weight_average.ts";

/** Which images a learner takes, and of which batch. */
export interface Shard extends Positions {
  /** Images of the whole batch. */
  readonly total: number;
}

/** Prepares images, learns them by a plan, and averages the weights where that is wished. Knows
 * nothing of tfjs: it runs in workers as well. */
export class PlanLearner {
  readonly #plan: Plan;
  readonly #images: Dataset;
  readonly #options: LearnerOptions;
  readonly #average: WeightAverage | undefined;
  #steps = 0;

  /** @param images what is learned
   * @throws {RangeError} if the decay of the average is out of range */
  constructor(plan: Plan, images: Dataset, options: LearnerOptions) {
    this.#plan = plan;
    this.#images = images;
    this.#options = options;
    const { averageDecay } = options;
    if (averageDecay !== undefined) this.#average = new WeightAverage(averageDecay);
  }

  /** Takes a step, together with those who learn the other images of the batch.
   *
   * @returns the sum of the losses of its own share before the step, in nats
   * @throws {RangeError} if a label, or a limit of the augmentation, is out of range */
  step(epoch: Epoch, share: Shard, learningRate: number): number {
    const { labelSmoothing: smoothing } = this.#options;
    const { images, labels } = this.#prepare(epoch, share);
    const loss = this.#plan.gradients(images, labels, { smoothing, total: share.total });
    this.#plan.allReduce();
    this.#move(learningRate);
    this.#average?.update([this.#plan.weights, this.#plan.running]);
    return loss;
  }

  /** Runs `work` while the plan has the averaged weights, where an average is kept. */
  asEvaluated<T>(work: (plan: Plan) => T): T {
    const { averages } = this.#average?.state() ?? { averages: [] };
    if (averages.length === 0) return work(this.#plan);
    const places = [this.#plan.weights, this.#plan.running];
    const own = places.map((place) => place.slice());
    places.forEach((place, i) => place.set(averages[i]));
    try {
      return work(this.#plan);
    } finally {
      places.forEach((place, i) => place.set(own[i]));
    }
  }

  /** Copies what was learned. */
  save(state: FlatState): void {
    state.weights.set(this.#plan.weights);
    state.running.set(this.#plan.running);
    state.velocities.set(this.#plan.velocities);
    state.squares.set(this.#plan.squares);
    state.steps = this.#steps;
    const { averages, updates } = this.#average?.state() ?? { averages: [], updates: 0 };
    for (const [index, average] of averages.entries()) state.averages[index].set(average);
    state.updates = updates;
  }

  /** Goes on from what another learner saved. */
  load(state: FlatState): void {
    this.#plan.weights.set(state.weights);
    this.#plan.running.set(state.running);
    this.#plan.velocities.set(state.velocities);
    this.#plan.squares.set(state.squares);
    this.#steps = state.steps;
    if (state.updates > 0) this.#average?.restore(state.averages, state.updates);
  }

  #move(learningRate: number): void {
    const { optimiser = "sgd", momentum, nesterov, weightDecay } = this.#options;
    const rule = { learningRate, momentum, nesterov, weightDecay };
    this.#steps++;
    if (optimiser === "sgd") this.#plan.sgdStep(rule);
    else this.#plan.adamStep({ ...rule, step: this.#steps });
  }

  /** Where images are bytes after the variation as before, the plan takes them as they are. */
  #prepare(epoch: Epoch, { first, size }: Shard): {
    readonly images: Parameters<Plan["gradients"]>[0];
    readonly labels: Uint8Array;
  } {
    const { augmentation } = this.#options;
    const indices = epoch.order.subarray(first, first + size);
    if (this.#plan.takesBytes && typeof augmentation === "string") {
      const rng = variationOf(epoch);
      const { images: bytes, labels } = variations[augmentation](this.#images, indices, rng, {
        first,
      });
      return { images: { bytes, shifts: new Int8Array(2 * size) }, labels };
    }
    if (this.#plan.takesBytes && typeof augmentation !== "string") {
      const shifts = wholeShifts(size, variationOf(epoch), augmentation, { first });
      if (shifts !== undefined) {
        const { bytes, labels } = gatherImages(this.#images, indices);
        return { images: { bytes, shifts }, labels };
      }
    }
    const { pixels, labels } = trainingBatch(this.#images, epoch, { first, size }, augmentation);
    return { images: pixels, labels };
  }
}
