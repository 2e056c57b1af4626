import * as tf from "@tensorflow/tfjs";
import { setNonDigitPrior } from "@lib/model/non_digit_prior.ts";

/** What a fake model knows of a normalised digit. */
export interface SeenDigit {
  /** Columns over rows of its ink. */
  readonly aspect: number;
  /** Pixels with ink, of 784. */
  readonly area: number;
}

/** A model that answers what a test says, `[batch, 10]` or `[batch, 11]`; `asked` counts the images. */
export function fakeModel(
  answer: (seen: SeenDigit) => readonly number[],
  { classes = 11, prior }: { readonly classes?: 10 | 11; readonly prior?: number } = {},
): { readonly model: tf.LayersModel; readonly asked: () => number } {
  let asked = 0;
  const dense = tf.layers.dense({ units: classes });
  const layers = [tf.layers.flatten({ inputShape: [28, 28, 1] }), dense];
  const model = tf.sequential({ layers });
  if (prior !== undefined) setNonDigitPrior(model, prior);
  model.predictOnBatch = (input) => {
    const images = input as tf.Tensor;
    const pixels = images.dataSync();
    asked += images.shape[0]!;
    const rows = Array.from({ length: images.shape[0]! }, (_, i) => {
      return answer(seenIn(pixels.slice(784 * i, 784 * (i + 1)))).slice(0, classes);
    });
    return tf.tensor2d(rows as number[][], [rows.length, classes]);
  };
  return { model, asked: () => asked };
}

function seenIn(pixels: ArrayLike<number>): SeenDigit {
  const inked = Array.from(pixels).flatMap((level, i) => level > 0.2 ? [i] : []);
  const span = (of: readonly number[]): number => Math.max(...of) - Math.min(...of) + 1;
  const [wide, high] = [span(inked.map((i) => i % 28)), span(inked.map((i) => Math.floor(i / 28)))];
  return { aspect: wide / high, area: inked.length };
}

/** Probabilities of a fake model: one digit, "no digit", the rest shared by the other digits. */
export function answerOf(digit: number, confidence: number, nonDigit: number): number[] {
  const row = new Array<number>(10).fill((1 - confidence - nonDigit) / 9);
  row[digit] = confidence;
  return [...row, nonDigit];
}
