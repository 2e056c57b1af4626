import type { Batch } from "../preprocess/batches.ts";

/** A way to take training steps on a model. */
export interface Steps {
  /** Takes one step.
   * @returns the loss before the step, in nats, label smoothing included */
  take(batch: Batch, learningRate: number): Promise<number>;
  /** Gives the model the weights of the last step, where they are kept elsewhere. */
  updateModel(): void;
  /** The velocities, in the order of the model's trained weights. */
  velocities(): Float32Array[];
  /** Goes on from the model's weights as they are now, with these velocities.
   * @throws {RangeError} if they do not fit the weights */
  restore(velocities: readonly Float32Array[]): void;
  /** Frees what the steps needed. */
  dispose(): void;
}
