import type { SimdKernels } from "../../simd/module.ts";
import type { Arena, Value } from "./arena.ts";
import type { Weight } from "../../lowering/operation.ts";

/** How those who share the images of a batch tell each other what they found, each in a plan of its
 * own. All of them make the same calls in the same order. */
export interface Exchange {
  /** Hands in some numbers and waits for those of the others.
   *
   * @param mine as many as the others hand in
   * @returns everyone's, in the same order for all; where there are others, these are copies, good
   *   until the next call */
  gather(mine: Float32Array<ArrayBuffer>): readonly Float32Array[];
}

/** The exchange of a plan that has the whole batch. */
export const alone: Exchange = { gather: (mine) => [mine] };

/** What a step computes with. */
export interface Runtime {
  readonly kernels: SimdKernels;
  /** The whole memory. */
  readonly floats: Float32Array<ArrayBuffer>;
  /** With those who have the other images of the batch. */
  readonly exchange: Exchange;
}

/** A part of a plan, bound to its addresses in memory. */
export interface PlanStep {
  readonly output: Value;
  /** Computes the output from the input.
   * @param size how many images, 0 to the plan's batch */
  forward(runtime: Runtime, size: number): void;
  /** The same for inference, where that differs. */
  infer?(runtime: Runtime, size: number): void;
  /** Computes, from the gradient to the output, the gradients to the weights and to the input. May
   * change the gradient to the output. */
  backward(runtime: Runtime, size: number): void;
}

/** Byte addresses of a trained weight and of its gradient. */
export interface Trained {
  readonly weight: number;
  readonly gradient: number;
}

/** What a step is made from. */
export interface StepContext {
  readonly arena: Arena;
  readonly input: Value;
  /** Whether a gradient to the output will be wanted. */
  readonly isTrained: boolean;
  readonly trained: (weight: Weight) => Trained;
  /** Byte address of a running average. */
  readonly running: (weight: Weight) => number;
}
