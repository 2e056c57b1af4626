/** The model that was trained last, or the MNIST model of the project.
 *
 * @module
 */
import { join } from "node:path";
import { projectPath } from "../base/paths.ts";
import { standInPath } from "../base/writable_path.ts";
import { checkDigitModel } from "./check_digit_model.ts";
import { loadModel } from "./load_model.ts";
import type { LayersModel } from "../backend/layers_model.ts";

/** A model, and where it came from. */
export interface TrainedModel {
  /** Ready to be asked. */
  readonly model: LayersModel;
  /** For display, as a part of a sentence. */
  readonly source: string;
}

/** The model that the last training run of a profile left under `data/runs`, or the one that comes
 * with the project where there is none yet.
 *
 * @param profile `smoke`, `quick` or `best`
 * @param options.root the folder that holds `runs` and `model`; `data` by default, and what stands in for it
 * where the project cannot be written to
 * @throws {Error} if there is neither, or a file of it is damaged
 * @throws {TypeError} if the model takes or gives something else than digits need
 *
 * @example
 * ```ts
 * import { initBackend } from "@lib/backend/backend.ts";
 * import { loadTrainedModel } from "@lib/model/load_trained_model.ts";
 * import { deepStrictEqual } from "node:assert";
 * await initBackend();
 * const { model } = await loadTrainedModel("best");
 * deepStrictEqual(model.inputs[0].shape, [null, 28, 28, 1]);
 * ```
 */
export async function loadTrainedModel(
  profile: string,
  { root }: { readonly root?: string } = {},
): Promise<TrainedModel> {
  const roots = root === undefined ? [projectPath("data"), standInPath("data")] : [root];
  for (const folder of roots.map((each) => join(each, "runs", profile, "model"))) {
    if (!await exists(join(folder, "model.json"))) continue;
    return { model: await load(folder), source: `trained here with profile ${profile}` };
  }
  return {
    model: await load(join(roots[0], "model")),
    source: "shipped with the project (notebook 03 trains one of your own)",
  };
}

async function load(folder: string): Promise<LayersModel> {
  const model = await loadModel(folder);
  checkDigitModel(model);
  return model;
}

async function exists(path: string): Promise<boolean> {
  return await Deno.stat(path).then(() => true, () => false);
}
