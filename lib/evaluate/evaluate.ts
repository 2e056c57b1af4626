/** All scores of a model on a data set.
 *
 * @module
 */

import { sum } from "../base/statistics.ts";
import type { Dataset } from "../download/dataset.ts";
import { type ClassMetrics, classMetrics } from "./class_metrics.ts";
import { confusionMatrix } from "./confusion_matrix.ts";
import { accuracyInterval } from "./interval.ts";
import type { Predictions } from "../model/predict_batches.ts";
import { predictOnCores } from "../model/predict_on_cores.ts";
import type { LayersModel } from "../backend/layers_model.ts";

/** How well a model reads a data set. */
export interface Evaluation extends ClassMetrics {
  /** 95 % confidence interval of the accuracy. */
  readonly interval: readonly [low: number, high: number];
  /** `[10][10]` counts, row = true, column = predicted. */
  readonly confusion: readonly (readonly number[])[];
  /** What the model said of each image. */
  readonly predictions: Predictions;
}

/** Scores a model on every image of a data set, on several cores where that pays off.
 *
 * @param model input `[batch, 28, 28, 1]` with pixels 0 to 1, output `[batch, 10]` probabilities
 * @param dataset images it was not trained on, with their right labels
 * @param onProgress hears now and then how much is done, 0 to 1
 * @throws {RangeError} if the data set is empty
 * @throws {TypeError} if the model's input or output has another shape
 *
 * @example
 * ```ts
 * import { initBackend } from "@lib/backend/backend.ts";
 * import { subset } from "@lib/download/dataset.ts";
 * import { loadMnist } from "@lib/download/load_mnist.ts";
 * import { evaluate } from "@lib/evaluate/evaluate.ts";
 * import { loadModel } from "@lib/model/load_model.ts";
 * import { projectPath } from "@lib/base/paths.ts";
 * import { ok } from "node:assert";
 * await initBackend();
 * const { train } = await loadMnist(); // an example only: score on images that were not learned
 * const some = subset(train, Array.from({ length: 100 }, (_, i) => i));
 * const { accuracy, interval } = await evaluate(await loadModel(projectPath("data", "model")), some);
 * ok(accuracy > 0.95 && interval[0] <= accuracy && accuracy <= interval[1]);
 * ```
 */
export async function evaluate(
  model: LayersModel,
  dataset: Dataset,
  onProgress?: (fraction: number) => void,
): Promise<Evaluation> {
  if (dataset.size === 0) {
    throw new RangeError("Cannot evaluate on an empty data set: wanted at least one image");
  }
  const predictions = await predictOnCores(model, dataset.images, {
    ...(onProgress && { onProgress }),
  });
  const confusion = confusionMatrix(dataset.labels, predictions.labels);
  const metrics = classMetrics(confusion);
  const right = sum(confusion.map((row, label) => row[label]));
  return { ...metrics, interval: accuracyInterval(right, dataset.size), confusion, predictions };
}
