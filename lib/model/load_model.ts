/** Loading a model from a folder.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import { join } from "node:path";
import type { LayersModel } from "../backend/layers_model.ts";

/** Loads a model that {@link saveModel}, or `model.save` of tfjs, wrote to a folder.
 *
 * @param folder holds `model.json` and the weights it names
 * @returns the model, with the metadata it was saved with; one for digits takes `[batch, 28, 28, 1]`, gives
 * `[batch, 10]`
 * @throws {Error} if there is no model, or a file of it is missing or damaged; the message says where
 * and what was found instead
 *
 * @example
 * ```ts
 * import { initBackend } from "@lib/backend/backend.ts";
 * import { projectPath } from "@lib/base/paths.ts";
 * import { loadModel } from "@lib/model/load_model.ts";
 * import { deepStrictEqual } from "node:assert";
 * await initBackend();
 * const model = await loadModel(projectPath("data", "model"));
 * deepStrictEqual(model.outputs[0].shape, [null, 10]);
 * ```
 */
export async function loadModel(folder: string): Promise<LayersModel> {
  const artifacts = await loadArtifacts(folder);
  try {
    return await tf.loadLayersModel(tf.io.fromMemory(artifacts));
  } catch (error) {
    throw new Error(
      `Cannot load model ${join(folder, "model.json")}: ${(error as Error).message}; ` +
        `wanted a tfjs Layers model. ${advice}`,
      { cause: error },
    );
  }
}

const advice = 'Name another folder, or train a model with "deno task train"';

async function loadArtifacts(folder: string): Promise<tf.io.ModelArtifacts> {
  const path = join(folder, "model.json");
  const json = parse(path, new TextDecoder().decode(await openJson(folder, path)));
  if (!json.modelTopology || !Array.isArray(json.weightsManifest)) {
    throw new Error(
      `Cannot load model ${path}: found no modelTopology and weightsManifest, wanted both`,
    );
  }
  const weightSpecs = json.weightsManifest.flatMap((group) => group.weights);
  const files = json.weightsManifest.flatMap((group) => group.paths);
  const parts = await Promise.all(files.map((file) => loadWeights(join(folder, file))));
  const weightData = tf.io.concatenateArrayBuffers(parts.map((part) => part.slice().buffer));
  checkLength(files.join(", "), weightSpecs, weightData.byteLength);
  const { modelTopology, userDefinedMetadata } = json;
  return {
    ...{ modelTopology, weightSpecs, weightData },
    ...(userDefinedMetadata && { userDefinedMetadata }),
  };
}

async function openJson(folder: string, path: string): Promise<Uint8Array> {
  try {
    return await Deno.readFile(path);
  } catch (error) {
    throw new Error(
      `Cannot load a model from ${folder}: found ${await contentOf(folder, error as Error)}, ` +
        `wanted a folder that holds model.json. ${advice}`,
      { cause: error },
    );
  }
}

/** What a folder without a `model.json` that can be read is, or holds, in words. */
async function contentOf(folder: string, { message }: Error): Promise<string> {
  const shown = 5;
  try {
    const entries = await Array.fromAsync(Deno.readDir(folder));
    const names = entries.map(({ name, isDirectory }) => isDirectory ? `${name}/` : name).sort();
    if (names.includes("model.json")) return message;
    if (names.length === 0) return "an empty folder";
    const more = names.length - shown;
    return `${names.slice(0, shown).join(", ")}${more > 0 ? ` and ${more} more` : ""} there`;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return "no such folder";
    return error instanceof Deno.errors.NotADirectory ? "a file" : (error as Error).message;
  }
}

async function loadWeights(path: string): Promise<Uint8Array> {
  try {
    return await Deno.readFile(path);
  } catch (error) {
    const found = error instanceof Deno.errors.NotFound ? "no such file" : (error as Error).message;
    throw new Error(
      `Cannot load model: found ${found} at ${path}, wanted the weights that model.json names. ` +
        advice,
      { cause: error },
    );
  }
}

function parse(path: string, text: string): tf.io.ModelJSON {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`Cannot load model ${path}: found no JSON, wanted a tfjs Layers model`);
  }
}

function checkLength(files: string, specs: tf.io.WeightsManifestEntry[], found: number): void {
  const wanted = specs.reduce((sum, { shape, dtype }) => {
    return sum + shape.reduce((product, size) => product * size, 1) * (dtype === "bool" ? 1 : 4);
  }, 0);
  const isPlain = specs.every((spec) => spec.quantization === undefined && spec.dtype !== "string");
  if (isPlain && found !== wanted) {
    throw new Error(`Cannot load model: ${files} holds ${found} bytes, model.json wants ${wanted}`);
  }
}
