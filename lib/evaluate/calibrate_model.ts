/** A model whose confidence means what it says.
 *
 * @module
 */

import type { Dataset } from "../download/dataset.ts";
import { scaleLogits } from "../model/scale_logits.ts";
import { fitTemperature } from "./fit_temperature.ts";
import { predictBatches } from "../model/predict_batches.ts";
import type { LayersModel } from "../backend/layers_model.ts";

/** Makes a classifier's confidence mean what it says, by a temperature that its last dense layer takes
 * up. What it reads stays the same.
 *
 * @param model ends in a dense layer and a softmax layer of its own; changed in place
 * @param validation images that it was not trained on
 * @returns the temperature: above 1 where the classifier was too sure of itself
 * @throws {TypeError} if the model ends in other layers
 */
export async function calibrateModel(model: LayersModel, validation: Dataset): Promise<number> {
  const { probabilities } = await predictBatches(model, validation.images);
  const temperature = fitTemperature({ probabilities, labels: validation.labels });
  scaleLogits(model, 1 / temperature);
  return temperature;
}
