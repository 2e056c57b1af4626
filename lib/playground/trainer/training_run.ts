import type { Blueprint } from "../../backend/lowering/blueprint.ts";
import { allocate } from "../../backend/plan/allocate.ts";
import { Plan } from "../../backend/plan/plan.ts";
import { profileNamed } from "../../base/profile.ts";
import { runStreams } from "../../base/run_streams.ts";
import { newEpoch } from "../../preprocess/dataset/epoch.ts";
import { DivergedError } from "../../train/diverged_error.ts";
import { scheduledRate } from "../../train/schedule.ts";
import { PlanLearner } from "../../train/steps/plan_learner.ts";
import { scoreByPlan } from "../../train/steps/score_by_plan.ts";
import type { TrainingData } from "../../train/training_data.ts";
import type { RunNews } from "./run_news.ts";
import type { RunSettings } from "./run_settings.ts";

/** How often a run of a page scores the held-out images in each epoch. */
const scoresPerEpoch = 4;

/** A run of the profile `quick`, with the learner's settings: what `fit` does with a model, without
 * TensorFlow.js. Whoever draws from it decides when the next step is taken.
 *
 * @param data `train` is learned, `validation` scored
 * @param start what the network is, and its first weights, those that are trained first
 * @throws {DivergedError} if the loss is not a finite number any more
 * @throws {RangeError} if the weights are too few or too many, or the batch needs more than a gigabyte
 */
export function* trainingRun(
  { train, validation }: TrainingData,
  start: { readonly blueprint: Blueprint; readonly weights: Float32Array },
  { learningRate, batchSize }: RunSettings,
): Generator<RunNews, void> {
  const profile = profileNamed("quick");
  const { order: rng } = runStreams(profile.seed);
  const learner = new PlanLearner(newPlan(start, batchSize), train, profile);
  const stepsPerEpoch = Math.ceil(train.size / batchSize);
  const steps = profile.epochs * stepsPerEpoch;
  for (let epochNumber = 0, step = 0; epochNumber < profile.epochs; epochNumber++) {
    const epoch = newEpoch(train.size, rng.fork(epochNumber + 1));
    for (let first = 0; first < train.size; first += batchSize) {
      const size = Math.min(batchSize, train.size - first);
      const rate = scheduledRate(profile.schedule, learningRate, step, steps);
      const loss = learner.step(epoch, { first, size, total: size }, rate) / size;
      step++;
      if (!Number.isFinite(loss)) throw new DivergedError(step, rate);
      yield { kind: "step", step, steps, loss };
      const partsDone = (steps: number): number =>
        Math.floor(scoresPerEpoch * steps / stepsPerEpoch);
      if (partsDone(step) === partsDone(step - 1)) continue;
      const { right } = learner.asEvaluated((plan) => scoreByPlan(plan, validation));
      yield { kind: "score", step, accuracy: right / validation.size };
    }
  }
}

/** A plan with these weights. */
function newPlan(
  { blueprint, weights }: { readonly blueprint: Blueprint; readonly weights: Float32Array },
  batchSize: number,
): Plan {
  const parts = allocate(blueprint, batchSize);
  if (parts === undefined) {
    throw new RangeError(`Cannot train ${batchSize} images a step: wanted fewer, for the memory`);
  }
  const plan = new Plan(parts);
  const places = [...plan.trained.parts(plan.weights), ...plan.averaged.parts(plan.running)];
  let from = 0;
  for (const place of places) {
    place.set(weights.subarray(from, from + place.length));
    from += place.length;
  }
  if (from !== weights.length) {
    throw new RangeError(`Cannot take ${weights.length} weights: wanted ${from}`);
  }
  return plan;
}
