/** Reading an image that holds one digit.
 *
 * @module
 */
import { normaliseDigit } from "../preprocess/ink/normalise_digit.ts";
import { classify } from "../model/classify.ts";
import { leads } from "./limits.ts";
import type { ReadDigit } from "./read_digit.ts";
import { singleDigitInk } from "./segment/single_digit_ink.ts";
import type { InkImage } from "../image/ink_image.ts";
import type { LayersModel } from "../backend/layers_model.ts";

/** Reads an image that holds one digit. Where there is other ink beside it, such as the edge of a
 * neighbour, the choice of ink that the model is surest of counts.
 *
 * @param ink without rules and frames
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
 * import { strictEqual } from "node:assert";
 * await initBackend();
 * const { train } = await loadMnist();
 * const [read] = await readSingle(await loadHandwritingModel(), inkImage(28, 28, imageAt(train, 1)));
 * strictEqual(read.digit, train.labels[1]);
 * ```
 */
export async function readSingle(model: LayersModel, ink: InkImage): Promise<ReadDigit[]> {
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
