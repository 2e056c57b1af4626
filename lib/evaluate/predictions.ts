import * as tf from "@tensorflow/tfjs";
import { type Dataset, imageSide } from "../download/dataset.ts";
import { checkDigitModel } from "../model/check_digit_model.ts";
import { type Batch, orderedBatches } from "../preprocess/batches.ts";

const digits = 10;

/** What a model says of every image of a data set. */
export interface Predictions {
  /** `[n]`, the most probable digit of each image, 0 to 9. */
  readonly labels: Uint8Array;
  /** `[n × classes]`, image by image the probability of each class, 0 to 1. */
  readonly probabilities: Float32Array;
}

/** Reads every image of a data set, batch by batch, the last, smaller one included.
 *
 * @param model input `[batch, 28, 28, 1]` with pixels 0 to 1, output `[batch, 10]` probabilities, or
 * `[batch, 11]`, the last that of `noDigitClass`
 * @param dataset the images, in their order; the labels are not looked at
 * @param batchSize images in memory as floats at a time; it changes the speed, not the result
 * @param onProgress hears after each batch how much is done, 0 to 1
 * @throws {TypeError} if the model's input or output has another shape
 * @throws {RangeError} if `batchSize` is no integer of at least 1, or the model gives `NaN`
 */
export async function predictAll(
  model: tf.LayersModel,
  dataset: Dataset,
  batchSize = 256,
  onProgress?: (fraction: number) => void,
): Promise<Predictions> {
  checkDigitModel(model, { withNoDigit: true });
  const classes = model.outputs[0].shape[1]!;
  const probabilities = new Float32Array(dataset.size * classes);
  let seen = 0;
  for (const batch of orderedBatches(dataset, batchSize)) {
    probabilities.set(await predictBatch(model, batch), seen * classes);
    seen += batch.size; // the last batch is smaller
    onProgress?.(seen / dataset.size);
  }
  const labels = Uint8Array.from(
    { length: seen },
    (_, index) => mostProbable(probabilities.subarray(index * classes), index),
  );
  return { labels, probabilities };
}

async function predictBatch(model: tf.LayersModel, batch: Batch): Promise<Float32Array> {
  const output = tf.tidy(() => {
    const input = tf.tensor4d(batch.pixels, [batch.size, imageSide, imageSide, 1]);
    return model.predictOnBatch(input) as tf.Tensor;
  });
  try {
    // Not dataSync: the webgpu backend reads back asynchronously only.
    return await output.data<"float32">();
  } finally {
    output.dispose();
  }
}

function mostProbable(probabilities: Float32Array, index: number): number {
  const row = probabilities.subarray(0, digits);
  if (row.some(Number.isNaN)) {
    throw new RangeError(
      `Cannot tell the digit of image ${index}: found NaN among the model's probabilities, ` +
        "wanted 0 to 1; did its training diverge?",
    );
  }
  return row.indexOf(Math.max(...row));
}
