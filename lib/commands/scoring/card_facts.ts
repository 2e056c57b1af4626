import { relative } from "node:path";
import type { LayersModel } from "../../backend/layers_model.ts";
import { projectPath } from "../../base/paths.ts";
import { loadModel } from "../../model/load_model.ts";
import { type LayerRow, summariseModel } from "../../model/summarise_model.ts";
import { loadTrainingRecord, type TrainingRecord } from "../../model/training_record.ts";
import { loadMetrics, type SavedMetrics } from "./metrics_file.ts";

/** All that a card is made of. */
export interface CardFacts {
  /** The folder of the model as the commands take it, `data/model`. */
  readonly folder: string;
  /** The way from there to the project's root, `../..`. */
  readonly root: string;
  /** What the network is called. */
  readonly network: string;
  readonly parameters: number;
  readonly layers: readonly LayerRow[];
  /** The shape of what it gives, as tfjs has it. */
  readonly output: readonly (number | null)[];
  /** How it was trained; missing where that was not recorded. */
  readonly record?: TrainingRecord;
  /** Missing where `deno task evaluate --save` has not run, or cannot. */
  readonly metrics?: SavedMetrics;
}

/** Gathers what lies in the folder of a model.
 *
 * @param path of the folder
 * @throws {Error} if there is no model
 */
export async function loadCardFacts(path: string): Promise<CardFacts> {
  const model = await loadModel(path);
  const [record, metrics] = await Promise.all([loadTrainingRecord(path), loadMetrics(path)]);
  const facts = {
    folder: relative(projectPath(), path),
    root: relative(path, projectPath()),
    ...described(model),
    ...(record && { record }),
    ...(metrics && { metrics }),
  };
  model.dispose();
  return facts;
}

function described(
  model: LayersModel,
): Pick<CardFacts, "network" | "parameters" | "layers" | "output"> {
  return {
    network: model.name,
    parameters: model.countParams(),
    layers: summariseModel(model),
    output: model.outputs[0].shape,
  };
}
