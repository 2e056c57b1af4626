/** The handwriting model, for photographs and scans.
 *
 * @module
 */
import { projectPath } from "../base/paths.ts";
import { checkDigitModel } from "./check_digit_model.ts";
import { loadModel } from "./load_model.ts";
import type { LayersModel } from "../backend/layers_model.ts";

/** Loads the handwriting model, which reads digits on photographs and scans, or another model for that.
 *
 * @param folder holds `model.json`; by default `data/reader`, the handwriting model that comes with the
 * project, which has a class for what is no digit, too
 * @returns takes `[batch, 28, 28, 1]` with pixels 0 to 1; gives `[batch, 10]` probabilities, or
 * `[batch, 11]`, the last that of `nonDigitClass`
 * @throws {Error} if a file is missing or is not a tfjs Layers model
 * @throws {TypeError} if the model takes or gives something else
 *
 * @example
 * ```ts
 * import { initBackend } from "@lib/backend/backend.ts";
 * import { loadHandwritingModel } from "@lib/model/load_handwriting_model.ts";
 * import { deepStrictEqual } from "node:assert";
 * await initBackend();
 * const model = await loadHandwritingModel();
 * deepStrictEqual(model.outputs[0].shape, [null, 11]);
 * ```
 */
export async function loadHandwritingModel(
  folder: string = projectPath("data", "reader"),
): Promise<LayersModel> {
  const model = await loadModel(folder);
  try {
    checkDigitModel(model, { withNonDigit: true });
    return model;
  } catch (error) {
    model.dispose();
    throw error;
  }
}
