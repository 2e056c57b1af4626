import type * as tf from "@tensorflow/tfjs";
import { normaliseDigit } from "../preprocess/ink/normalise_digit.ts";
import { classify } from "../model/classify.ts";
import { leads } from "./limits.ts";
import type { ReadDigit } from "./read_digit.ts";
import { singleDigitInk } from "./segment/single_digit_ink.ts";
import type { InkImage } from "../image/ink_image.ts";

/** Reads an image that holds one digit. Where there is other ink beside it, such as the edge of a
 * neighbour, the choice of ink that the model is surest of counts.
 *
 * @param ink without rules and frames
 * @returns nothing where there is no ink
 */
export async function readSingle(model: tf.LayersModel, ink: InkImage): Promise<ReadDigit[]> {
  const choices = singleDigitInk(ink);
  const normalised = choices.map((choice) => normaliseDigit(choice.ink));
  const classified = await classify(model, normalised);
  let best = 0;
  classified.forEach(({ confidence }, i) => {
    if (confidence > classified[best].confidence + (best === 0 ? leads.single : 0)) best = i;
  });
  return choices.slice(best, best + 1).map(({ box }) => {
    return { ...classified[best], box, normalised: normalised[best] };
  });
}
