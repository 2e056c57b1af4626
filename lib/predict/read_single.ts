/** Reading an image that holds one digit.
 *
 * @module
 */
import type { LayersModel } from "../backend/layers_model.ts";
import { classify } from "../model/classify.ts";
import type { Writing } from "../preprocess/writing/writing.ts";
import type { PlacedLine } from "./placed_line.ts";
import { bestChoice, singleChoices } from "./single_choices.ts";

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
  const choices = singleChoices(ink);
  if (choices.length === 0) return [];
  const classified = await classify(model, choices.map(({ normalised }) => normalised));
  const { box, normalised, said } = bestChoice(choices, classified);
  const digit = { ...said, box, normalised };
  return [{ digits: [digit], separators: [], rejected: [], confidence: digit.confidence }];
}
