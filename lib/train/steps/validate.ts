import * as tf from "@tensorflow/tfjs";
import { compilePlan } from "../../backend/plan/compile_plan.ts";
import type { Dataset } from "../../download/dataset.ts";
import { type Batch, orderedBatches } from "../../preprocess/dataset/batches.ts";
import { oneHot } from "../../preprocess/dataset/one_hot.ts";
import { crossEntropy } from "./cross_entropy.ts";
import { type Score, scoreByPlan } from "./score_by_plan.ts";
import type { LayersModel } from "../../backend/layers_model.ts";
import { imageSide } from "../../image/digit_size.ts";

/** How a model does on images that it was not trained on. */
export interface Validation {
  /** Mean cross-entropy in nats, without label smoothing. */
  readonly loss: number;
  /** Share of images whose highest logit is the right one, 0 to 1. */
  readonly accuracy: number;
}

/** Few enough images to stay in the cache from layer to layer. */
const planBatch = 50;

/** Loss and accuracy over every image of a data set: sums over images, divided once, so that a
 * smaller last batch counts by its size.
 *
 * @param logits a model from `[batch, 28, 28, 1]` to `[batch, classes]` logits
 * @throws {RangeError} if the data set is empty
 */
export async function validate(logits: LayersModel, dataset: Dataset): Promise<Validation> {
  if (dataset.size === 0) {
    throw new RangeError("Cannot validate on 0 images: wanted at least 1");
  }
  const plan = tf.getBackend() === "wasm" ? compilePlan(logits, planBatch) : undefined;
  const { loss, right } = plan === undefined
    ? await scoreByTensors(logits, dataset)
    : scoreByPlan(plan, dataset);
  return { loss: loss / dataset.size, accuracy: right / dataset.size };
}

async function scoreByTensors(logits: LayersModel, dataset: Dataset): Promise<Score> {
  let [loss, right] = [0, 0];
  for (const batch of orderedBatches(dataset, 500)) {
    const score = await scoreBatch(logits, batch);
    loss += score.loss;
    right += score.right;
  }
  return { loss, right };
}

async function scoreBatch(
  model: LayersModel,
  { pixels, labels, size }: Batch,
): Promise<Score> {
  const [meanLoss, predicted] = tf.tidy(() => {
    const logits = model.predict(
      tf.tensor4d(pixels, [size, imageSide, imageSide, 1]),
    ) as tf.Tensor2D;
    const targets = tf.tensor2d(oneHot(labels, logits.shape[1]), logits.shape);
    return [crossEntropy(logits, targets), logits.argMax<tf.Tensor1D>(1)];
  });
  const loss = (await meanLoss.data())[0] * size;
  const digits = await predicted.data();
  tf.dispose([meanLoss, predicted]);
  return { loss, right: labels.filter((label, i) => label === digits[i]).length };
}
