import * as tf from "@tensorflow/tfjs";
import { join } from "node:path";

/** Loads a model that {@link saveModel}, or `model.save` of tfjs, wrote to a folder.
 *
 * @param folder holds `model.json` and the weights it names
 * @returns the model; a reader of digits takes `[batch, 28, 28, 1]`, gives `[batch, 10]`
 * @throws {Error} if a file is missing or is no tfjs Layers model; the message says which
 */
export async function loadModel(folder: string): Promise<tf.LayersModel> {
  return await tf.loadLayersModel({ load: () => readArtifacts(folder) });
}

async function readArtifacts(folder: string): Promise<tf.io.ModelArtifacts> {
  const path = join(folder, "model.json");
  const json = parse(path, new TextDecoder().decode(await read(path)));
  if (!json.modelTopology || !Array.isArray(json.weightsManifest)) {
    throw new Error(
      `Cannot load model ${path}: found no modelTopology and weightsManifest, wanted both`,
    );
  }
  const weightSpecs = json.weightsManifest.flatMap((group) => group.weights);
  const files = json.weightsManifest.flatMap((group) => group.paths);
  const parts = await Promise.all(files.map((file) => read(join(folder, file))));
  const weightData = tf.io.concatenateArrayBuffers(parts.map((part) => part.slice().buffer));
  checkLength(files.join(", "), weightSpecs, weightData.byteLength);
  return { modelTopology: json.modelTopology, weightSpecs, weightData };
}

async function read(path: string): Promise<Uint8Array> {
  try {
    return await Deno.readFile(path);
  } catch (error) {
    const reason = error instanceof Deno.errors.NotFound
      ? "no such file"
      : (error as Error).message;
    throw new Error(`Cannot load model: ${path}: ${reason}. Train one with "deno task train"`);
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
