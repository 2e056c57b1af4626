import type { Epoch } from "../../preprocess/dataset/epoch.ts";
import type { Validation } from "./validate.ts";

/** The steps of an epoch, or those that are left of it. */
export interface EpochSteps {
  readonly epoch: Epoch;
  /** Which step comes first, from 0. */
  readonly firstStep: number;
  /** Of every step of the epoch. */
  readonly learningRates: Float64Array;
}

/** What a run needs to go on, beside the weights of its model. */
export interface OptimiserState {
  /** In the order of the model's trained weights. */
  readonly velocities: readonly Float32Array[];
  /** Mean squares of the gradients, in the same order; none where none are kept, as by all but Adam. */
  readonly squares: readonly Float32Array[];
  /** How many steps were taken. */
  readonly steps: number;
  /** Averages of the weights, in the order of all the model's weights; none where none are kept. */
  readonly averages: readonly Float32Array[];
  /** How many steps are in the averages. */
  readonly updates: number;
}

/** A way to take training steps on a model. */
export interface StepEngine {
  /** Takes steps, one after the other, and gives the loss before each: the mean over its images, in
   * nats, label smoothing included. More steps may be done than were asked for yet; once the
   * generator has ended, or was ended, none are. */
  take(steps: EpochSteps): AsyncGenerator<number, void>;
  /** Makes {@link StepEngine.take} end after the steps that are done or under way. */
  stop(): void;
  /** Scores the validation images, with the averaged weights where an average is kept. */
  validate(): Promise<Validation>;
  /** Gives the model the weights of the last step, where they are kept elsewhere. */
  updateModel(): void;
  /** What the last step left. */
  state(): Promise<OptimiserState>;
  /** Goes on from the model's weights as they are now, with this state.
   * @throws {RangeError} if the velocities do not fit the weights */
  restore(state: OptimiserState): Promise<void>;
  /** Gives the model the weights of the last step and frees what the steps needed. */
  dispose(): Promise<void>;
}
