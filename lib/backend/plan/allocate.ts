import { instantiateSimd, type SimdKernels } from "../simd/module.ts";
import type { Block } from "../lowering/blocks.ts";
import type { InputForm } from "../lowering/input_form.ts";
import { type Blueprint, weightsOf } from "../lowering/blueprint.ts";
import { ByteInput } from "./byte_input.ts";
import { FlatWeights } from "./flat_weights.ts";
import { Arena, sizeOf, type Value } from "./steps/arena.ts";
import {
  alone,
  type Exchange,
  type PlanStep,
  type Runtime,
  type StepContext,
} from "./steps/plan_step.ts";
import { makeStep } from "./steps/make_step.ts";

/** A model's training step, allocated before the first one: its steps, and the address of everything. */
export interface PlanParts {
  readonly batch: number;
  readonly endsInSoftmax: boolean;
  readonly form: InputForm;
  readonly steps: readonly PlanStep[];
  readonly runtime: Runtime;
  readonly input: Value;
  /** Where images may come as bytes. */
  readonly byteInput: ByteInput | undefined;
  readonly logits: Value;
  /** Byte addresses: one byte a label; `[batch, columns, classes]`; four arrays of `trained.length` floats;
   * one of `averaged.length`. */
  readonly addresses: {
    readonly labels: number;
    readonly probabilities: number;
    readonly weights: number;
    readonly gradients: number;
    readonly velocities: number;
    readonly squares: number;
    readonly running: number;
    /** Room for the gradients of another plan. */
    readonly others: number;
  };
  readonly trained: FlatWeights;
  readonly averaged: FlatWeights;
}

/** How a plan is allocated. */
export interface PlanOptions {
  /** Makes the kernels; those of the SIMD module by default. */
  readonly instantiate?: (memory: WebAssembly.Memory) => SimdKernels;
  /** With the plans that have the other parts of each batch; none by default. */
  readonly exchange?: Exchange;
}

/** Allocates the memory of a plan and binds its steps to their addresses. All weights are zero then.
 *
 * @param batch how many images a step has at most
 * @returns `undefined` where it would need more than a gigabyte
 */
export function allocate(
  { form, blocks, endsInSoftmax, ...weightsIn }: Blueprint,
  batch: number,
  { instantiate = instantiateSimd, exchange = alone }: PlanOptions = {},
): PlanParts | undefined {
  const arena = new Arena(batch);
  const trained = new FlatWeights(weightsIn.trained);
  const averaged = new FlatWeights(weightsIn.averaged);
  const [weights, gradients, velocities, squares] = [1, 2, 3, 4].map(() =>
    arena.floats(trained.length)
  );
  const running = arena.floats(averaged.length);
  const input = arena.value(form.shape, false);
  const byteInput = ByteInput.of(form, arena, input.address);
  const steps = makeSteps(blocks, {
    arena,
    input,
    isTrained: false,
    trained: (weight) => {
      const offset = 4 * trained.offset(weight)!;
      return { weight: weights + offset, gradient: gradients + offset };
    },
    running: (weight) => running + 4 * averaged.offset(weight)!,
  });
  const logits = steps[steps.length - 1].output;
  const labels = arena.bytes(batch);
  const probabilities = arena.floats(batch * sizeOf(logits.shape));
  const others = arena.shared("gradients of others", 4 * trained.length);
  const memory = arena.finish();
  if (memory === undefined) return undefined;
  const floats = new Float32Array(memory.buffer as ArrayBuffer);
  return {
    ...{ batch, endsInSoftmax, form, steps, input, byteInput, logits, trained, averaged },
    runtime: { kernels: instantiate(memory), floats, exchange },
    addresses: {
      ...{ labels, probabilities, weights, gradients, velocities, squares, running },
      others: others.address,
    },
  };
}

function makeSteps(blocks: readonly Block[], start: StepContext): PlanStep[] {
  const steps: PlanStep[] = [];
  let context = start;
  for (const block of blocks) {
    const isTrained = context.isTrained || weightsOf(block).length > 0;
    const step = makeStep({ ...context, isTrained }, block);
    steps.push(step);
    context = { ...context, input: step.output, isTrained };
  }
  return steps;
}
