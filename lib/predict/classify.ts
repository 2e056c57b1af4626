import * as tf from "@tensorflow/tfjs";
import { imageSide, pixelsPerImage } from "../download/dataset.ts";

/** What a model says of a digit. */
export interface Classified {
  /** The most probable digit, 0 to 9. */
  readonly digit: number;
  /** Its probability, 0 to 1. */
  readonly confidence: number;
  /** `[10]`, the probability of each digit. */
  readonly probabilities: Float32Array;
  /** The probability that it is no digit; 0 from a model that does not know such a class. */
  readonly noDigit: number;
}

/** Images in a batch: enough to keep the backend busy, few enough for its memory. */
const batchSize = 256;

/** Classifies digits in MNIST's form.
 *
 * @param model takes `[batch, 28, 28, 1]` with pixels 0 to 1, gives `[batch, 10]` probabilities, or
 * `[batch, 11]` with that of "no digit" last
 * @param forms `[784]` each, 0 paper to 255 full stroke
 * @throws {RangeError} if a form has not 784 pixels, or the model gives other numbers than
 * probabilities
 * @throws {TypeError} if the model's output is neither `[batch, 10]` nor `[batch, 11]`
 */
export async function classify(
  model: tf.LayersModel,
  forms: readonly Uint8Array[],
): Promise<Classified[]> {
  const classified: Classified[] = [];
  for (let start = 0; start < forms.length; start += batchSize) {
    classified.push(...await classifyBatch(model, forms.slice(start, start + batchSize)));
  }
  return classified;
}

async function classifyBatch(
  model: tf.LayersModel,
  forms: readonly Uint8Array[],
): Promise<Classified[]> {
  const pixels = new Float32Array(forms.length * pixelsPerImage);
  forms.forEach((form, i) => {
    if (form.length !== pixelsPerImage) {
      throw new RangeError(`Cannot classify digit ${i}: found ${form.length} pixels, wanted 784`);
    }
    for (let k = 0; k < pixelsPerImage; k++) pixels[i * pixelsPerImage + k] = form[k] / 255;
  });
  const output = tf.tidy(() => {
    return model.predict(tf.tensor4d(pixels, [forms.length, imageSide, imageSide, 1])) as tf.Tensor;
  });
  const [scores, classes] = [await output.data(), output.shape.at(-1)];
  output.dispose();
  if (output.rank !== 2 || (classes !== 10 && classes !== 11)) {
    throw new TypeError(
      `Cannot classify digits: found a model with output [${output.shape}], wanted [batch, 10] or ` +
        "[batch, 11]",
    );
  }
  return forms.map((_, i) => {
    const own = Float32Array.from(scores.slice(i * classes, (i + 1) * classes));
    const wrong = own.find((value) => !(value >= 0 && value <= 1 + 1e-3));
    if (wrong !== undefined) {
      throw new RangeError(
        `Cannot classify digits: the model gives ${wrong}, wanted probabilities from 0 to 1; ` +
          "train another one",
      );
    }
    const probabilities = own.slice(0, 10);
    const confidence = Math.max(...probabilities);
    const digit = probabilities.indexOf(confidence);
    return { digit, confidence, probabilities, noDigit: own[10] ?? 0 };
  });
}
