/** Reading an image that holds one digit.
 *
 * @module
 */
import { normaliseDigit } from "../preprocess/ink/normalise_digit.ts";
import { type Classified, classify } from "../model/classify.ts";
import { singleLimits as limits } from "./limits.ts";
import type { Writing } from "../preprocess/writing/writing.ts";
import type { PlacedLine } from "./placed_line.ts";
import { singleDigitInk } from "./segment/single_digit_ink.ts";
import type { InkImage } from "../image/ink_image.ts";
import type { LayersModel } from "../backend/layers_model.ts";

/** Reads an image that holds one digit. All ink is that digit, unless some of it beside it, such as the edge of
 * a neighbour, speaks against it: what a choice of ink leaves unexplained costs. That it is no digit at all is
 * out of the question, so the ten digits alone compete.
 *
 * @returns nothing where there is no ink
 *
 * @example
 * ```ts
 * import { initBackend } from "@lib/backend/backend.ts";
 * import { imageAt } from "@lib/download/dataset.ts";
 * import { loadMnist } from "@lib/download/load_mnist.ts";
 * import { inkImage } from "@lib/image/ink_image.ts";
 * import { loadHandwritingModel } from "@lib/model/load_handwriting_model.ts";
 * import { readSingle } from "@lib/predict/read_single.ts";
 * import { writingOf } from "@lib/preprocess/writing/writing.ts";
 * import { strictEqual } from "node:assert";
 * await initBackend();
 * const { train } = await loadMnist();
 * const ink = inkImage(28, 28, imageAt(train, 1));
 * const [{ digits }] = await readSingle(await loadHandwritingModel(), writingOf(ink));
 * strictEqual(digits[0].digit, train.labels[1]);
 * ```
 */
export async function readSingle(model: LayersModel, { ink }: Writing): Promise<PlacedLine[]> {
  const choices = singleDigitInk(ink);
  if (choices.length === 0) return [];
  const normalised = choices.map((choice) => normaliseDigit(choice.ink));
  const classified = (await classify(model, normalised)).map(amongDigits);
  const masses = choices.map((choice) => mass(choice.ink));
  const costs = classified.map(({ confidence }, i) => {
    return -Math.log(Math.max(limits.leastConfidence, confidence)) -
      limits.unexplained * Math.log(masses[i] / masses[0]);
  });
  const best = costs.indexOf(Math.min(...costs));
  const digit = { ...classified[best], box: choices[best].box, normalised: normalised[best] };
  return [{ digits: [digit], separators: [], rejected: [], confidence: digit.confidence }];
}

/** The probabilities of the ten digits where "no digit" is out of the question. */
function amongDigits(said: Classified): Classified {
  const sum = said.probabilities.reduce((total, probability) => total + probability, 0);
  if (sum === 0 || said.nonDigit === 0) return said;
  const probabilities = said.probabilities.map((probability) => probability / sum);
  const digit = probabilities.indexOf(Math.max(...probabilities));
  return { digit, confidence: probabilities[digit], probabilities, nonDigit: 0 };
}

function mass({ pixels }: InkImage): number {
  return pixels.reduce((sum, level) => sum + level, 0);
}
