import type { Blueprint } from "../../backend/lowering/blueprint.ts";
import type { Weight } from "../../backend/lowering/operation.ts";
import { makePredictor } from "../../backend/predictor/make_predictor.ts";
import type { Activation, Predictor } from "../../backend/predictor/predictor.ts";
import { pixelsPerImage } from "../../image/digit_size.ts";
import type { InkImage } from "../../image/ink_image.ts";
import type { LightImage } from "../../image/light_image.ts";
import type { Classified } from "../../model/classify.ts";
import { bestChoice, type SingleChoice, singleChoices } from "../../predict/single_choices.ts";
import { findWriting } from "../../preprocess/writing/find_writing.ts";

/** What was made of an image, step by step. */
export interface PadReading {
  /** The ink that was found, without print; as large as the image. */
  readonly ink: InkImage;
  /** Missing where there is no ink. */
  readonly digit?: SingleChoice & {
    readonly said: Classified;
    /** The probability that it is no digit, before the ten digits alone competed. */
    readonly nonDigit: number;
    /** What each layer made of it, first to last. */
    readonly layers: readonly Activation[];
  };
}

/** Reads one digit as `readImage` does with `single`, without TensorFlow.js: by a blueprint of the model. */
export class PadReader {
  readonly #predictor: Predictor;

  /** @param weights of the blueprint, those that are trained first, in its order
   * @throws {RangeError} if they are too few or too many */
  constructor(blueprint: Blueprint, weights: Float32Array) {
    const values = new Map<number, Float32Array>();
    let from = 0;
    for (const { id, shape } of [...blueprint.trained, ...blueprint.averaged]) {
      const end = from + shape.reduce<number>((size, length) => size * length!, 1);
      values.set(id, weights.subarray(from, end));
      from = end;
    }
    if (from !== weights.length) {
      throw new RangeError(`Cannot take ${weights.length} weights: wanted ${from}`);
    }
    const versions = [...values.values()];
    this.#predictor = makePredictor(blueprint, {
      valuesOf: ({ id }: Weight) => values.get(id)!,
      versions: () => versions,
    })!;
  }

  /** @throws {RangeError} if the image's pixels do not fit its size */
  read(light: LightImage): PadReading {
    const { ink } = findWriting(light);
    const choices = singleChoices(ink);
    if (choices.length === 0) return { ink };
    const images = new Float32Array(choices.length * pixelsPerImage);
    choices.forEach(({ normalised }, i) => images.set(inUnits(normalised), i * pixelsPerImage));
    const scores = this.#predictor.predict(images, choices.length);
    const classes = this.#predictor.outputs;
    const said = choices.map((_, i) => saidOf(scores.subarray(i * classes, (i + 1) * classes)));
    const best = bestChoice(choices, said);
    const { nonDigit } = said[choices.findIndex(({ box }) => box === best.box)];
    return {
      ink,
      digit: { ...best, nonDigit, layers: this.#predictor.activations(inUnits(best.normalised)) },
    };
  }
}

function inUnits(image: Uint8Array): Float32Array {
  return Float32Array.from(image, (level) => level / 255);
}

/** @param scores the probability of each digit, then that of no digit where the model tells it */
function saidOf(scores: Float32Array): Classified {
  const probabilities = scores.slice(0, 10);
  const digit = probabilities.indexOf(Math.max(...probabilities));
  return { digit, confidence: probabilities[digit], probabilities, nonDigit: scores[10] ?? 0 };
}
