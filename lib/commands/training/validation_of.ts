import type { Profile } from "../../base/profile.ts";
import type { Dataset } from "../../download/dataset.ts";
import type { LayersModel } from "../../backend/layers_model.ts";
import type { Judged } from "../../evaluate/fit_temperature.ts";
import { predictBatches } from "../../model/predict_batches.ts";
import { trainingData } from "../../train/training_data.ts";
import { UsageError } from "../cli/arguments.ts";

/** What a model says of the images that its profile and seed hold back for validation.
 *
 * @param training all training images, as loaded
 * @throws {UsageError} if there are things among them that are no digits, and the model has no class for these
 */
export async function validationOf(
  model: LayersModel,
  profile: Profile,
  training: Dataset,
): Promise<Judged> {
  const { validation: { images, labels } } = trainingData(profile, training);
  const classes = model.outputs[0].shape[1]!;
  if (labels.some((label) => label >= classes)) {
    throw new UsageError(
      `Cannot validate this model of ${classes} classes on profile ${profile.name}, which has one ` +
        "more: give the profile that trained it",
    );
  }
  return { probabilities: (await predictBatches(model, images)).probabilities, labels };
}
