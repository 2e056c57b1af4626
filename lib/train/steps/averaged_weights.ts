import * as tf from "@tensorflow/tfjs";
import type { StepEngine } from "./step_engine.ts";
import type { LayersModel } from "../../backend/layers_model.ts";

/** Runs `work` while the model has the weights that it is evaluated with: the averaged ones where an
 * average is kept, else those of the last step. Afterwards it has those of the last step. */
export async function asEvaluated<T>(
  model: LayersModel,
  engine: Pick<StepEngine, "updateModel" | "state">,
  work: () => Promise<T>,
): Promise<T> {
  engine.updateModel();
  const { averages } = await engine.state();
  if (averages.length === 0) return await work();
  const own = model.getWeights().map((weight) => weight.clone());
  setWeights(model, averages);
  try {
    return await work();
  } finally {
    model.setWeights(own);
    tf.dispose(own);
  }
}

/** Gives the model for good the weights that it is evaluated with. */
export async function useAverage(
  model: LayersModel,
  engine: Pick<StepEngine, "updateModel" | "state">,
): Promise<void> {
  engine.updateModel();
  const { averages } = await engine.state();
  if (averages.length > 0) setWeights(model, averages);
}

function setWeights(model: LayersModel, values: readonly Float32Array[]): void {
  tf.tidy(() =>
    model.setWeights(
      values.map((value, i) => tf.tensor(value, model.weights[i].shape as number[])),
    )
  );
}
