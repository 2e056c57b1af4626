import type { Layout } from "../plan/layout.ts";
import type { Shape, Weight } from "../plan/operation.ts";
import type { Machine } from "../plan/step.ts";

/** Where a batch of images or flat vectors lies: `[batch, …shape]` floats. */
export interface Place {
  /** In bytes. */
  readonly address: number;
  readonly shape: Shape;
}

/** What a step is made from. */
export interface PredictorSite {
  readonly layout: Layout;
  readonly input: Place;
}

/** What a predictor computes with. */
export type PredictorMachine = Pick<Machine, "kernels" | "floats">;

/** The values of a weight of the model. */
export type ValuesOf = (weight: Weight) => Float32Array;

/** A part of a predictor, bound to its places in memory. */
export interface PredictorStep {
  readonly output: Place;
  /** Takes the weights, brought into the form that `run` wants them in. */
  load?(machine: PredictorMachine, valuesOf: ValuesOf): void;
  /** Computes the output from the input.
   * @param size how many images, 1 to the layout's batch */
  run(machine: PredictorMachine, size: number): void;
}
