import * as tf from "@tensorflow/tfjs";
import { type PartTime, TimedPlan } from "../backend/plan/timed_plan.ts";
import type { Rng } from "../base/rng.ts";
import type { Dataset } from "../download/dataset.ts";
import { newEpoch } from "../preprocess/dataset/epoch.ts";
import { Clock } from "./clock.ts";
import { PlanLearner } from "./steps/plan_learner.ts";
import type { LearnerOptions } from "./steps/learner_options.ts";
import type { LayersModel } from "../backend/layers_model.ts";

/** How steps are timed; a profile with an `rng` added fits. */
export interface TimingOptions extends LearnerOptions {
  readonly batchSize: number;
  /** Decides the order of the images and their augmentation. */
  readonly rng: Rng;
  /** How many steps are timed, 200 by default; a quarter as many go before, for the engine to
   * compile what runs often. */
  readonly steps?: number;
}

/** Measures where the time of a training step goes, on one core: steps as `fit` takes them, but at
 * learning rate 0, on weights of their own.
 *
 * @param model it is not changed
 * @param images what is learned, at least a batch
 * @returns the parts in their order, medians over the steps; `undefined` where steps are not taken by
 *   a plan: on other backends than wasm, and for models of which none is made
 * @throws {RangeError} if there are fewer images than a batch has
 */
export async function timeStep(
  model: LayersModel,
  images: Dataset,
  options: TimingOptions,
): Promise<PartTime[] | undefined> {
  const { batchSize: size, rng, steps = 200 } = options;
  if (images.size < size) {
    throw new RangeError(`Cannot time steps of ${size} images: found ${images.size}`);
  }
  const timed = tf.getBackend() === "wasm" ? TimedPlan.of(model, size) : undefined;
  if (timed === undefined) return undefined;
  const learner = new PlanLearner(timed.plan, images, options);
  const epoch = newEpoch(images.size, rng);
  const clock = new Clock();
  const batches = Math.floor(images.size / size);
  for (let step = 0; step < 1.25 * steps; step++) {
    const first = step % batches * size;
    timed.time(() => void learner.step(epoch, { first, size, total: size }, 0));
    await clock.breathe();
  }
  return timed.parts(steps);
}
