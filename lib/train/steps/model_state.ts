import type { FlatWeights } from "../../backend/plan/flat_weights.ts";
import { copyFromModel, copyToModel } from "../../backend/plan/model_weights.ts";
import { FlatState } from "./flat_state.ts";
import type { OptimiserState } from "./step_engine.ts";
import type { LayersModel } from "../../backend/layers_model.ts";

/** The bridge between a model and what plans learn of it, in this thread or in workers. */
export class ModelState {
  /** What the plans start from, and leave. */
  readonly flat: FlatState;
  readonly #model: LayersModel;
  readonly #trained: FlatWeights;
  readonly #averaged: FlatWeights;

  /** Starts with the weights of the model, and velocities of zero.
   *
   * @param layouts of the model's weights in its plans
   * @param Buffer `SharedArrayBuffer` where workers shall see it */
  constructor(
    model: LayersModel,
    layouts: { readonly trained: FlatWeights; readonly averaged: FlatWeights },
    Buffer: ArrayBufferConstructor | SharedArrayBufferConstructor,
  ) {
    this.#model = model;
    this.#trained = layouts.trained;
    this.#averaged = layouts.averaged;
    const lengths = [this.#trained.length, this.#averaged.length] as const;
    this.flat = new FlatState(lengths, new Buffer(FlatState.bytes(lengths)));
    this.takeFromModel();
  }

  /** Takes the model's weights. */
  takeFromModel(): void {
    copyFromModel(this.#trained, this.flat.weights, this.#model.trainableWeights);
    copyFromModel(this.#averaged, this.flat.running, this.#model.nonTrainableWeights);
  }

  /** Gives the model the weights. */
  giveToModel(): void {
    copyToModel(this.#trained, this.flat.weights, this.#model.trainableWeights);
    copyToModel(this.#averaged, this.flat.running, this.#model.nonTrainableWeights);
  }

  /** Velocities, squares and averages, copied. */
  optimiser(): OptimiserState {
    const { velocities, squares, steps, averages: [weights, running], updates } = this.flat;
    const averages = [...this.#trained.parts(weights), ...this.#averaged.parts(running)];
    return {
      velocities: this.#trained.parts(velocities).map((velocity) => velocity.slice()),
      squares: squares.every((square) => square === 0)
        ? []
        : this.#trained.parts(squares).map((square) => square.slice()),
      steps,
      averages: updates === 0 ? [] : averages.map((average) => average.slice()),
      updates,
    };
  }

  /** Takes the model's weights, and these velocities, squares and averages.
   *
   * @throws {RangeError} if the velocities do not fit the weights */
  restore({ velocities, squares, steps, averages, updates }: OptimiserState): void {
    const { flat } = this;
    for (const [index, place] of this.#trained.parts(flat.velocities).entries()) {
      const found = velocities[index]?.length ?? 0;
      if (found !== place.length) {
        throw new RangeError(
          `Cannot restore velocity ${index}: found ${found} values, wanted ${place.length}`,
        );
      }
      place.set(velocities[index]);
    }
    const kept = this.#trained.parts(flat.squares);
    for (const [index, square] of squares.entries()) kept[index].set(square);
    flat.steps = steps;
    const [weights, running] = flat.averages;
    const places = [...this.#trained.parts(weights), ...this.#averaged.parts(running)];
    for (const [index, average] of averages.entries()) places[index].set(average);
    flat.updates = updates;
    this.takeFromModel();
  }
}
