import type * as tf from "@tensorflow/tfjs";
import { type BlockName, blockNames } from "../lowering/block_names.ts";
import type { Block } from "../lowering/blocks.ts";
import { type Blueprint, blueprintOf, weightsOf } from "../lowering/blueprint.ts";
import { allocate } from "./allocate.ts";
import { ModelPlan } from "./model_plan.ts";
import { convolutionAlgorithm } from "../lowering/convolution_algorithm.ts";
import { multiplyAdds } from "../lowering/multiply_adds.ts";
import type { Shape } from "../lowering/operation.ts";
import type { PlanParts } from "./plan.ts";
import type { PlanStep } from "./steps/plan_step.ts";

/** How long a part of a training step took. */
export interface PartTime extends BlockName {
  /** Milliseconds of the forward pass, the backward pass, and of what belongs to neither. */
  readonly forward: number;
  readonly backward: number;
  readonly other: number;
  /** Floating-point operations of both passes for a whole batch, a multiply-add being two, as the
   * formula of a convolution or a dense layer has them; 0 of anything else. */
  readonly operations: number;
  /** Whether it is computed by Winograd's method, with fewer operations than these. */
  readonly isWinograd: boolean;
}

/** What is known of a part before the first step. */
type Part = Pick<PartTime, "kind" | "name" | "operations" | "isWinograd">;

/** A plan that looks at the clock between its parts. It computes what any plan computes. */
export class TimedPlan {
  /** To take steps with, one in each call of {@link TimedPlan.time}. */
  readonly plan: ModelPlan;
  readonly #blocks: readonly Part[];
  /** Milliseconds of each part, step by step. */
  readonly #laps = new Map<string, number[]>();
  #last = 0;

  /** @param model as `compilePlan` takes it
   * @param batch how many images a step has at most
   * @returns `undefined` where no plan is made of it */
  static of(model: tf.LayersModel, batch: number): TimedPlan | undefined {
    const blueprint = blueprintOf(model);
    const parts = blueprint === undefined ? undefined : allocate(blueprint, batch);
    if (parts === undefined) return undefined;
    const timed = new TimedPlan(blueprint!, parts);
    timed.plan.readWeights(model);
    return timed;
  }

  private constructor({ blocks }: Blueprint, parts: PlanParts) {
    const { steps, form, batch } = parts;
    const names = blockNames(blocks);
    const first = blocks.findIndex((block) => weightsOf(block).length > 0);
    this.#blocks = blocks.map((block, i) => {
      const input = i === 0 ? form.shape : steps[i - 1].output.shape;
      // The gradient to the weights takes as many again, that to the input too, where it is wanted.
      const passes = i === first ? 2 : 3;
      const operations = passes * 2 * batch * operationsOf(block, input);
      return { ...names[i], operations, isWinograd: isWinograd(block) };
    });
    this.plan = new ModelPlan({ ...parts, steps: steps.map((step, i) => this.#timed(step, i)) });
  }

  /** Times a step.
   *
   * @param step computes gradients once, by {@link TimedPlan.plan}: what it does before counts as
   *   preparing the images, what it does after as the update of the weights */
  time(step: () => void): void {
    this.#last = performance.now();
    step();
    this.#lap("update");
  }

  /** The parts of a step in the order of the forward pass.
   *
   * @param steps medians over the last so many; at least one was timed */
  parts(steps: number): PartTime[] {
    const time = (lap: string): number => medianOf(this.#laps.get(lap)!.slice(-steps));
    const other = (name: string, lap: string): PartTime => {
      const part = { kind: name, name, operations: 0, isWinograd: false };
      return { ...part, forward: 0, backward: 0, other: time(lap) };
    };
    const blocks = this.#blocks.map((block, i): PartTime => (
      { ...block, forward: time(`forward ${i}`), backward: time(`backward ${i}`), other: 0 }
    ));
    return [
      other("preparing images", "images"),
      ...blocks.filter(({ kind }) => kind !== "flatten"), // nothing to compute
      other("loss", "loss"),
      other("weight update", "update"),
    ];
  }

  #timed(step: PlanStep, i: number): PlanStep {
    return {
      ...step,
      forward: (runtime, size) => {
        if (i === 0) this.#lap("images");
        step.forward(runtime, size);
        this.#lap(`forward ${i}`);
      },
      backward: (runtime, size) => {
        if (i === this.#blocks.length - 1) this.#lap("loss");
        step.backward(runtime, size);
        this.#lap(`backward ${i}`);
      },
    };
  }

  /** Ends a part: all the time since the last one ended is its. */
  #lap(name: string): void {
    const now = performance.now();
    const times = this.#laps.get(name);
    if (times === undefined) this.#laps.set(name, [now - this.#last]);
    else times.push(now - this.#last);
    this.#last = now;
  }
}

/** Multiply-adds of a block's forward pass for one image; 0 for blocks without such sums. */
function operationsOf(block: Block, [height, width]: Shape): number {
  if (block.kind === "dense") return multiplyAdds(block.matrix.shape, 1);
  if (block.kind !== "convolution") return 0;
  const [kh, kw] = block.filter.shape as number[];
  const places = block.isPadded ? height * width : (height - kh + 1) * (width - kw + 1);
  return multiplyAdds(block.filter.shape, places);
}

function isWinograd(block: Block): boolean {
  if (block.kind !== "convolution") return false;
  const [kh, kw, C, O] = block.filter.shape as number[];
  return convolutionAlgorithm(kh, kw, [C, O]) === "winograd";
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1];
}
