import type { Arena } from "../plan/steps/arena.ts";
import type { Shape, Weight } from "../lowering/operation.ts";
import type { Runtime } from "../plan/steps/plan_step.ts";

/** Where a batch of images or flat vectors lies: `[batch, …shape]` floats. */
export interface Located {
  /** In bytes. */
  readonly address: number;
  readonly shape: Shape;
}

/** What a step is made from. */
export interface PredictorContext {
  readonly arena: Arena;
  readonly input: Located;
}

/** What a predictor computes with. */
export type PredictorRuntime = Pick<Runtime, "kernels" | "floats">;

/** The values of a weight of the model. */
export type ValuesOf = (weight: Weight) => Float32Array;

/** A part of a predictor, bound to its addresses in memory. */
export interface PredictorStep {
  readonly output: Located;
  /** Takes the weights, brought into the form that `run` wants them in. */
  load?(runtime: PredictorRuntime, valuesOf: ValuesOf): void;
  /** Computes the output from the input.
   * @param size how many images, 1 to the arena's batch */
  run(runtime: PredictorRuntime, size: number): void;
}
