/** How common the class "no digit" was among the images that a model learned from. It belongs to the
 * model and is stored with it, in `userDefinedMetadata` of `model.json`.
 *
 * @module
 */

import type { LayersModel } from "../backend/layers_model.ts";
const key = "nonDigitPrior";

/** The share of images without a digit among those that a model was trained on: the prior that its
 * probabilities contain.
 *
 * @returns above 0 and below 1; nothing where the model does not say, as one of ten classes
 * @throws {RangeError} if the model says something else
 *
 * @example
 * ```ts
 * import { initBackend } from "@lib/backend/backend.ts";
 * import { loadHandwritingModel } from "@lib/model/load_handwriting_model.ts";
 * import { nonDigitPrior } from "@lib/model/non_digit_prior.ts";
 * import { strictEqual } from "node:assert";
 * await initBackend();
 * strictEqual(nonDigitPrior(await loadHandwritingModel()), 0.2);
 * ```
 */
export function nonDigitPrior(model: LayersModel): number | undefined {
  const metadata = model.getUserDefinedMetadata() as Readonly<Record<string, unknown>> | undefined;
  const prior = metadata?.[key];
  if (prior === undefined) return undefined;
  checkPrior(prior, model);
  return prior;
}

/** Notes in a model how common "no digit" was in its training; `saveModel` keeps it.
 *
 * @param model changed in place; its other metadata stays
 * @param prior above 0 and below 1
 * @throws {RangeError} if the prior is something else
 */
export function setNonDigitPrior(model: LayersModel, prior: number): void {
  checkPrior(prior, model);
  model.setUserDefinedMetadata({ ...model.getUserDefinedMetadata(), [key]: prior });
}

function checkPrior(prior: unknown, { name }: LayersModel): asserts prior is number {
  if (typeof prior === "number" && prior > 0 && prior < 1) return;
  throw new RangeError(
    `Cannot take ${
      JSON.stringify(prior)
    } for the ${key} of model "${name}": wanted a share of the ` +
      "training images, above 0 and below 1",
  );
}
