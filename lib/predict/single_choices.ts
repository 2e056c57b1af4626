import type { Box } from "../image/box.ts";
import type { InkImage } from "../image/ink_image.ts";
import type { Classified } from "../model/classify.ts";
import { normaliseDigit } from "../preprocess/ink/normalise_digit.ts";
import { singleLimits as limits } from "./limits.ts";
import { singleDigitInk } from "./segment/single_digit_ink.ts";

/** A choice of the ink on an image that may be its one digit. */
export interface SingleChoice {
  readonly box: Box;
  /** `[784]`, what the model sees. */
  readonly normalised: Uint8Array;
  /** The sum of its ink's levels. */
  readonly mass: number;
}

/** The choices of ink that may be the one digit on an image, all ink first; none where there is no ink. */
export function singleChoices(ink: InkImage): SingleChoice[] {
  return singleDigitInk(ink).map(({ box, ink }) => ({
    box,
    normalised: normaliseDigit(ink),
    mass: ink.pixels.reduce((sum, level) => sum + level, 0),
  }));
}

/** The choice that a model is surest of, with what it said. What a choice leaves unexplained costs. That it is
 * no digit at all is out of the question, so the ten digits alone compete.
 *
 * @param choices one at least
 * @param classified what the model says of each
 */
export function bestChoice(
  choices: readonly SingleChoice[],
  classified: readonly Classified[],
): SingleChoice & { readonly said: Classified } {
  const digits = classified.map(amongDigits);
  const costs = digits.map(({ confidence }, i) => {
    return -Math.log(Math.max(limits.leastConfidence, confidence)) -
      limits.unexplained * Math.log(choices[i].mass / choices[0].mass);
  });
  const best = costs.indexOf(Math.min(...costs));
  return { ...choices[best], said: digits[best] };
}

/** The probabilities of the ten digits where "no digit" is out of the question. */
function amongDigits(said: Classified): Classified {
  const sum = said.probabilities.reduce((total, probability) => total + probability, 0);
  if (sum === 0 || said.nonDigit === 0) return said;
  const probabilities = said.probabilities.map((probability) => probability / sum);
  const digit = probabilities.indexOf(Math.max(...probabilities));
  return { digit, confidence: probabilities[digit], probabilities, nonDigit: 0 };
}
