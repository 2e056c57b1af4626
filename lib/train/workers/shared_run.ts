import type { Blueprint } from "../../backend/lowering/blueprint.ts";
import type { Dataset } from "../../download/dataset.ts";
import type { LearnerOptions } from "../steps/learner_options.ts";

/** Where the counters of a run stand in {@link SharedRun.control}; those that many write lie in cache
 * lines of their own. */
export const controlSlots = {
  /** Workers that have arrived at the barrier. */
  arrived: 0,
  /** How often all have. */
  rounds: 16,
  /** Where the steps end; lowered to stop early. */
  end: 32,
  /** 1: stop after the step at hand. */
  stop: 33,
  /** Steps of the epoch that are done. */
  done: 48,
  length: 64,
} as const;

/** What the workers of one run see of each other and of the main thread, all of it in shared memory. */
export interface SharedRun {
  /** See {@link controlSlots}. */
  readonly control: Int32Array<SharedArrayBuffer>;
  /** Room for what workers hand in, two for each, as long as the trained weights. */
  readonly slots: readonly (readonly Float32Array<SharedArrayBuffer>[])[];
  /** The buffer of a `FlatState`. */
  readonly state: SharedArrayBuffer;
  /** Order of the epoch. */
  readonly order: Uint32Array<SharedArrayBuffer>;
  /** Learning rate of each step of the epoch. */
  readonly learningRates: Float64Array<SharedArrayBuffer>;
  /** Of each step, of each worker: the sum of its losses. */
  readonly losses: Float64Array<SharedArrayBuffer>;
  /** Of each worker: sum of the losses of its validation images, how many are right. */
  readonly scores: Float64Array<SharedArrayBuffer>;
  /** In shared memory, too. */
  readonly train: Dataset;
  readonly validation: Dataset;
}

/** What a worker starts with. */
export interface WorkerSetup {
  /** From 0. */
  readonly index: number;
  readonly count: number;
  readonly batchSize: number;
  readonly blueprint: Blueprint;
  readonly options: LearnerOptions;
  readonly shared: SharedRun;
}

/** What the main thread asks of all workers, one thing at a time. */
export type WorkerRequest =
  | { readonly kind: "start"; readonly setup: WorkerSetup }
  /** Take over the state. */
  | { readonly kind: "load" }
  /** Learn from a step on until the end; the first worker then writes the state. */
  | { readonly kind: "train"; readonly firstStep: number; readonly seed: number }
  /** Score a share of the validation images. */
  | { readonly kind: "score" };

/** What a worker answers once it is done. */
export type WorkerReply = { readonly kind: "done" } | {
  readonly kind: "failed";
  readonly message: string;
};
