import type * as tf from "@tensorflow/tfjs";
import { projectPath } from "../base/paths.ts";
import { checkDigitModel } from "./check_digit_model.ts";
import { loadModel } from "./load_model.ts";

/** Loads a model that reads digits on photographs and scans.
 *
 * @param folder holds `model.json`; by default the reader that comes with the project, which tells
 * what is no digit, too
 * @returns takes `[batch, 28, 28, 1]` with pixels 0 to 1; gives `[batch, 10]` probabilities, or
 * `[batch, 11]`, the last that of `nonDigitClass`
 * @throws {Error} if a file is missing or is no tfjs Layers model
 * @throws {TypeError} if the model takes or gives something else
 */
export async function loadHandwritingModel(
  folder = projectPath("data", "reader"),
): Promise<tf.LayersModel> {
  const model = await loadModel(folder);
  try {
    checkDigitModel(model, { withNonDigit: true });
    return model;
  } catch (error) {
    model.dispose();
    throw error;
  }
}
