import * as tf from "@tensorflow/tfjs";
import { imageSide, pixelsPerImage } from "../download/dataset.ts";

/** What a model says of a digit. */
export interface Classified {
  /** The most probable class, 0 to 9. */
  readonly digit: number;
  /** Its probability, 0 to 1. */
  readonly confidence: number;
  /** `[10]`, the probability of each class. */
  readonly probabilities: Float32Array;
}

/** Classifies digits in MNIST's form, all in one batch.
 *
 * @param model takes `[batch, 28, 28, 1]` with pixels 0 to 1, gives `[batch, 10]` probabilities
 * @param forms `[784]` each, 0 paper to 255 full stroke
 * @throws {RangeError} if a form has not 784 pixels
 */
export function classify(model: tf.LayersModel, forms: readonly Uint8Array[]): Classified[] {
  if (forms.length === 0) return [];
  const pixels = new Float32Array(forms.length * pixelsPerImage);
  forms.forEach((form, i) => {
    if (form.length !== pixelsPerImage) {
      throw new RangeError(`Cannot classify digit ${i}: found ${form.length} pixels, wanted 784`);
    }
    pixels.set(form, i * pixelsPerImage);
  });
  const scores = tf.tidy(() => {
    const batch = tf.tensor4d(pixels, [forms.length, imageSide, imageSide, 1]).div(255);
    return (model.predict(batch) as tf.Tensor).dataSync() as Float32Array;
  });
  return forms.map((_, i) => {
    const probabilities = scores.slice(i * 10, i * 10 + 10);
    const confidence = Math.max(...probabilities);
    return { digit: probabilities.indexOf(confidence), confidence, probabilities };
  });
}
