import type * as tf from "@tensorflow/tfjs";
import { median } from "../../base/statistics.ts";
import { type Blueprint, blueprintOf } from "../lowering/blueprint.ts";
import { allocate, type PlanParts } from "./allocate.ts";
import { ModelPlan } from "./compile_plan.ts";
import { describeBlocks, type PlanPart } from "./describe_blocks.ts";
import type { PlanStep } from "./steps/plan_step.ts";

/** How long a part of a training step took. */
export interface PartTime extends PlanPart {
  /** Milliseconds of the forward pass, the backward pass, and of what belongs to neither. */
  readonly forward: number;
  readonly backward: number;
  readonly other: number;
}

/** A plan that looks at the clock between its parts. It computes what any plan computes. */
export class TimedPlan {
  /** To take steps with, one in each call of {@link TimedPlan.time}. */
  readonly plan: ModelPlan;
  readonly #blocks: readonly PlanPart[];
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
    timed.plan.copyFrom(model);
    return timed;
  }

  private constructor({ blocks }: Blueprint, parts: PlanParts) {
    const { steps, form, batch } = parts;
    const inputs = [form.shape, ...steps.map(({ output }) => output.shape)];
    this.#blocks = describeBlocks(blocks, inputs, batch);
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
    const time = (lap: string): number => median(this.#laps.get(lap)!.slice(-steps));
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
