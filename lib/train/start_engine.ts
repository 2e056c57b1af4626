import * as tf from "@tensorflow/tfjs";
import { blueprintOf } from "../backend/lowering/blueprint.ts";
import { compilePlan } from "../backend/plan/compile_plan.ts";
import { logitsModel } from "../model/logits_model.ts";
import type { TrainingData } from "./training_data.ts";
import { PlanEngine } from "./steps/plan_engine.ts";
import type { StepEngine } from "./steps/step_engine.ts";
import { TapeEngine } from "./steps/tape_engine.ts";
import { WorkerEngine, type WorkerOptions } from "./workers/worker_engine.ts";
import { workersFor } from "./workers/workers_for.ts";
import type { LayersModel } from "../backend/layers_model.ts";

/** Chooses how steps are taken: on wasm, a model that can be compiled is trained by its plan, in this
 * thread or by several workers; any other by tfjs's tape.
 *
 * @param model ends in a softmax layer; it has the weights of the last step only after
 * {@link StepEngine.updateModel}
 * @param data `train` is learned, `validation` scored
 * @throws {TypeError} if the model does not end in a softmax layer, or tells columns or is to be trained by another
 * optimiser than SGD and cannot be compiled
 * @throws {RangeError} if an option makes no sense
 */
export function startEngine(
  model: LayersModel,
  data: TrainingData,
  options: WorkerOptions,
): StepEngine {
  const logits = logitsModel(model);
  const workers = workersFor(model, options.workers);
  if (workers > 1) {
    return new WorkerEngine(model, blueprintOf(model)!, {
      ...data,
      options: { ...options, workers },
    });
  }
  const plan = tf.getBackend() === "wasm" ? compilePlan(model, options.batchSize) : undefined;
  if (plan === undefined && logits.outputs[0].rank !== 2) {
    throw new TypeError(
      `Cannot train model "${model.name}" on ${tf.getBackend()}: its output has columns, which only ` +
        'plans learn; wanted backend wasm, initBackend("wasm")',
    );
  }
  const { optimiser = "sgd" } = options;
  if (plan === undefined && optimiser !== "sgd") {
    throw new TypeError(
      `Cannot train model "${model.name}" on ${tf.getBackend()} by ${optimiser}: only plans do, and none was made of ` +
        'it; wanted backend wasm, initBackend("wasm"), and layers of docs/kernels.md, or optimiser "sgd"',
    );
  }
  return plan === undefined
    ? new TapeEngine(model, { ...data, logits, options })
    : new PlanEngine(plan, model, { ...data, logits, options });
}
