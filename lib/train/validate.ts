import * as tf from "@tensorflow/tfjs";
import type { Dataset } from "../download/dataset.ts";
import { type Batch, orderedBatches } from "../preprocess/batches.ts";
import { oneHot } from "../preprocess/one_hot.ts";
import { crossEntropy } from "./cross_entropy.ts";

/** How a model does on images that it was not trained on. */
export interface Validation {
  /** Mean cross-entropy in nats, without label smoothing. */
  readonly loss: number;
  /** Share of images whose highest logit is the right one, 0 to 1. */
  readonly accuracy: number;
}

/** Loss and accuracy over every image of a data set: sums over images, divided once, so that a
 * smaller last batch counts by its size.
 *
 * @param logits a model from `[batch, 28, 28, 1]` to `[batch, 10]` logits
 * @throws {RangeError} if the data set is empty
 */
export async function validate(logits: tf.LayersModel, dataset: Dataset): Promise<Validation> {
  if (dataset.size === 0) {
    throw new RangeError("Cannot validate on 0 images: wanted at least 1");
  }
  let loss = 0;
  let right = 0;
  for (const batch of orderedBatches(dataset, 500)) {
    const [batchLoss, predicted] = score(logits, batch);
    loss += (await batchLoss.data())[0] * batch.size;
    const digits = await predicted.data();
    for (let i = 0; i < batch.size; i++) if (digits[i] === batch.labels[i]) right++;
    tf.dispose([batchLoss, predicted]);
  }
  return { loss: loss / dataset.size, accuracy: right / dataset.size };
}

function score(model: tf.LayersModel, { pixels, labels, size }: Batch): [tf.Scalar, tf.Tensor1D] {
  return tf.tidy(() => {
    const logits = model.predict(tf.tensor4d(pixels, [size, 28, 28, 1])) as tf.Tensor2D;
    const targets = tf.tensor2d(oneHot(labels), [size, 10]);
    return [crossEntropy(logits, targets), logits.argMax<tf.Tensor1D>(1)];
  });
}
