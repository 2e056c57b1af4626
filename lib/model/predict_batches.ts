/** What a model says of many images, in batches.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import { imageSide, pixelsPerImage } from "../image/digit_size.ts";
import { centred, seesCentred } from "./centring.ts";
import { checkDigitModel } from "./check_digit_model.ts";
import type { LayersModel } from "../backend/layers_model.ts";

const digits = 10;

/** What a model says of some images. */
export interface Predictions {
  /** `[n]`, the most probable digit of each image, 0 to 9. */
  readonly labels: Uint8Array;
  /** `[n × classes]`, image by image the probability of each class, 0 to 1. */
  readonly probabilities: Float32Array;
}

/** How images are predicted. */
export interface PredictOptions {
  /** Images in memory as floats at a time, 256 by default: enough to keep the backend busy, few enough
   * for its memory. It changes the speed, not the result. */
  readonly batchSize?: number;
  /** Hears after each batch how much is done, 0 to 1. */
  readonly onProgress?: (fraction: number) => void;
}

/** Asks a model for the class of every image, batch by batch, the last, smaller one included. Whatever
 * is classified in this project, a data set or the marks of a page, passes through here. Off-centre ink is moved
 * to the middle for a model that is marked so, see `centring.ts`.
 *
 * @param model input `[batch, 28, 28, 1]` with pixels 0 to 1, output `[batch, 10]` probabilities, or
 * `[batch, 11]`, the last that of `nonDigitClass`
 * @param images `[n × 784]`, 0 paper to 255 full stroke
 * @throws {TypeError} if the model's input or output has another shape, or there are no whole images
 * @throws {RangeError} if `batchSize` is not an integer of at least 1, or the model gives other numbers
 * than probabilities
 *
 * @example
 * ```ts
 * import { initBackend } from "@lib/backend/backend.ts";
 * import { loadHandwritingModel } from "@lib/model/load_handwriting_model.ts";
 * import { predictBatches } from "@lib/model/predict_batches.ts";
 * import { deepStrictEqual } from "node:assert";
 * await initBackend();
 * const blank = new Uint8Array(3 * 784);
 * const { labels, probabilities } = await predictBatches(await loadHandwritingModel(), blank);
 * deepStrictEqual([labels.length, probabilities.length], [3, 33]);
 * ```
 */
export async function predictBatches(
  model: LayersModel,
  images: Uint8Array,
  { batchSize = 256, onProgress }: PredictOptions = {},
): Promise<Predictions> {
  if (!Number.isInteger(batchSize) || batchSize < 1) {
    throw new RangeError(
      `Cannot predict batches of ${batchSize} images: wanted an integer above 0`,
    );
  }
  if (images.length % pixelsPerImage !== 0) {
    throw new TypeError(
      `Cannot predict: found ${images.length} pixels, wanted a multiple of ${pixelsPerImage}`,
    );
  }
  checkDigitModel(model, { withNonDigit: true });
  const size = images.length / pixelsPerImage;
  const classes = model.outputs[0].shape[1]!;
  const probabilities = new Float32Array(size * classes);
  const isMoved = seesCentred(model);
  for (let first = 0; first < size; first += batchSize) {
    const end = Math.min(size, first + batchSize); // the last batch is smaller
    const bytes = images.subarray(first * pixelsPerImage, end * pixelsPerImage);
    const seen = isMoved ? centred(bytes) : bytes;
    probabilities.set(await predictBatch(model, seen, end - first), first * classes);
    onProgress?.(end / size);
  }
  const labels = Uint8Array.from(
    { length: size },
    (_, index) =>
      mostProbable(probabilities.subarray(index * classes, (index + 1) * classes), index),
  );
  return { labels, probabilities };
}

async function predictBatch(
  model: LayersModel,
  bytes: Uint8Array,
  size: number,
): Promise<Float32Array> {
  const pixels = new Float32Array(bytes.length);
  for (let i = 0; i < bytes.length; i++) pixels[i] = bytes[i] / 255;
  const output = tf.tidy(() => {
    const input = tf.tensor4d(pixels, [size, imageSide, imageSide, 1]);
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
  const wrong = probabilities.find((value) => !(value >= 0 && value <= 1 + 1e-3));
  if (wrong !== undefined) {
    throw new RangeError(
      `Cannot classify image ${index}: the model gives ${wrong}, wanted probabilities from 0 to 1; ` +
        "did its training diverge? Train another one",
    );
  }
  const row = probabilities.subarray(0, digits);
  return row.indexOf(Math.max(...row));
}
