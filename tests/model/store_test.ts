import { assertEquals, assertRejects } from "../support/assert.ts";
import { withFolder } from "../support/with_folder.ts";
import { join } from "node:path";
import * as tf from "@tensorflow/tfjs";
import { initBackend } from "@lib/backend/backend.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { buildNetwork } from "@lib/model/networks/build_network.ts";
import { loadModel } from "@lib/model/load_model.ts";
import { saveModel } from "@lib/model/save_model.ts";

await initBackend("wasm");

function build(seed: number): tf.LayersModel {
  return buildNetwork("compact", { mean: 0.13, deviation: 0.31, rng: rngFromSeed(seed) });
}

function outputs(model: tf.LayersModel): number[] {
  return tf.tidy(() => {
    const images = tf.randomUniform([3, 28, 28, 1], 0, 1, "float32", 11);
    return [...(model.predict(images) as tf.Tensor).dataSync()];
  });
}

function filesIn(folder: string): string[] {
  return [...Deno.readDirSync(folder)].map(({ name }) => name).sort();
}

Deno.test("saveModel() and loadModel() keep every output bit for bit", () =>
  withFolder(async (folder) => {
    const model = build(1);
    await saveModel(model, folder);
    const loaded = await loadModel(folder);
    assertEquals(outputs(loaded), outputs(model));
    for (const each of [model, loaded]) each.dispose();
  }));

Deno.test("saveModel() writes what stock tf.loadLayersModel reads with any IO handler", () =>
  withFolder(async (folder) => {
    const model = build(2);
    await saveModel(model, folder);
    const json = JSON.parse(await Deno.readTextFile(join(folder, "model.json")));
    const weights = await Deno.readFile(join(folder, json.weightsManifest[0].paths[0]));
    const loaded = await tf.loadLayersModel(tf.io.fromMemory({
      modelTopology: json.modelTopology,
      weightSpecs: json.weightsManifest[0].weights,
      weightData: weights.buffer,
    }));
    assertEquals(outputs(loaded), outputs(model));
    for (const each of [model, loaded]) each.dispose();
  }));

Deno.test("saveModel() over an older model leaves only the new files", () =>
  withFolder(async (folder) => {
    const [old, model] = [build(3), build(4)];
    await saveModel(old, folder);
    const before = filesIn(folder);
    await saveModel(model, folder);
    assertEquals(filesIn(folder).length, 2);
    assertEquals(filesIn(folder).filter((name) => before.includes(name)), ["model.json"]);
    const loaded = await loadModel(folder);
    assertEquals(outputs(loaded), outputs(model));
    for (const each of [old, model, loaded]) each.dispose();
  }));

Deno.test("loadModel() says which file is missing, damaged or no model", () =>
  withFolder(async (folder) => {
    await Deno.writeTextFile(join(folder, "model.json"), "<html>");
    await assertRejects(() => loadModel(folder), Error, "found no JSON");
    await Deno.writeTextFile(join(folder, "model.json"), "{}");
    await assertRejects(() => loadModel(folder), Error, "found no modelTopology");
    const model = build(5);
    await saveModel(model, folder);
    const weights = filesIn(folder).find((name) => name.endsWith(".bin"))!;
    await Deno.truncate(join(folder, weights), 100);
    await assertRejects(() => loadModel(folder), Error, `${weights} holds 100 bytes`);
    await Deno.remove(join(folder, weights));
    await assertRejects(
      () => loadModel(folder),
      Error,
      `found no such file at ${join(folder, weights)}`,
    );
    model.dispose();
  }));

Deno.test("loadModel() says what lies where a model was looked for, and what to do", () =>
  withFolder(async (folder) => {
    const message = async (at: string): Promise<string> =>
      (await assertRejects(() => loadModel(at), Error)).message;
    const start = `Cannot load a model from ${folder}: found`;
    const end = "wanted a folder that holds model.json. " +
      'Name another folder, or train a model with "deno task train"';
    assertEquals(await message(folder), `${start} an empty folder, ${end}`);
    await Deno.mkdir(join(folder, "model"));
    await Deno.writeTextFile(join(folder, "a.txt"), "");
    assertEquals(await message(folder), `${start} a.txt, model/ there, ${end}`);
    for (const name of "bcdef") await Deno.writeTextFile(join(folder, `${name}.txt`), "");
    const five = [..."abcde"].map((name) => `${name}.txt`).join(", ");
    assertEquals(await message(folder), `${start} ${five} and 2 more there, ${end}`);
    const none = join(folder, "modle");
    assertEquals(
      await message(none),
      `Cannot load a model from ${none}: found no such folder, ${end}`,
    );
    const file = join(folder, "a.txt");
    assertEquals(await message(file), `Cannot load a model from ${file}: found a file, ${end}`);
  }));

Deno.test("loadModel() refuses a tfjs model of another kind", () =>
  withFolder(async (folder) => {
    const graph = { format: "graph-model", modelTopology: { node: [] }, weightsManifest: [] };
    await Deno.writeTextFile(join(folder, "model.json"), JSON.stringify(graph));
    await assertRejects(() => loadModel(folder), Error, "wanted a tfjs Layers model");
  }));
