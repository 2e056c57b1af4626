/** Saving a model to a folder.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import { join } from "node:path";
import { sha256 } from "../base/sha256.ts";
import { writeAtomic } from "../base/write_atomic.ts";
import type { LayersModel } from "../backend/layers_model.ts";

/** Saves a model as `model.json` and one file of weights beside it, the format that stock
 * `tf.loadLayersModel` loads.
 *
 * The weights file carries a part of its digest in its name and is written first; `model.json`, which
 * names it, takes its place in one step. So a crash leaves the old model or the new one, never a mix.
 *
 * @param model any tfjs Layers model; its `userDefinedMetadata` is saved too
 * @param folder where the files go; it is made if it is missing
 *
 * @example
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 * import { loadModel } from "@lib/model/load_model.ts";
 * import { saveModel } from "@lib/model/save_model.ts";
 * import { strictEqual } from "node:assert";
 * const folder = await Deno.makeTempDir();
 * const model = tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [3] })] });
 * await saveModel(model, folder);
 * strictEqual((await loadModel(folder)).countParams(), 8);
 * await Deno.remove(folder, { recursive: true });
 * ```
 */
export async function saveModel(model: LayersModel, folder: string): Promise<void> {
  await model.save(tf.io.withSaveHandler(async (artifacts) => {
    const weights = new Uint8Array(
      tf.io.concatenateArrayBuffers([artifacts.weightData].flat() as ArrayBuffer[]),
    );
    const file = `weights-${sha256(weights).slice(0, 8)}.bin`;
    await writeAtomic(join(folder, file), weights);
    await writeAtomic(
      join(folder, "model.json"),
      JSON.stringify(modelJson(artifacts, file), null, 1),
    );
    await removeOtherWeights(folder, file);
    return { modelArtifactsInfo: tf.io.getModelArtifactsInfoForJSON(artifacts) };
  }));
}

function modelJson(artifacts: tf.io.ModelArtifacts, file: string): tf.io.ModelJSON {
  const { userDefinedMetadata } = artifacts;
  return {
    format: "layers-model",
    generatedBy: artifacts.generatedBy ?? `TensorFlow.js v${tf.version_layers}`,
    convertedBy: null as unknown as string,
    modelTopology: artifacts.modelTopology as tf.io.ModelJSON["modelTopology"],
    weightsManifest: [{ paths: [file], weights: artifacts.weightSpecs! }],
    ...(userDefinedMetadata && { userDefinedMetadata }),
  };
}

async function removeOtherWeights(folder: string, keep: string): Promise<void> {
  for await (const { name } of Deno.readDir(folder)) {
    if (/^weights-[0-9a-f]{8}\.bin$/.test(name) && name !== keep) {
      await Deno.remove(join(folder, name));
    }
  }
}
