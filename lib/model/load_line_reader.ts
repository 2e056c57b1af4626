/** The line reader, for numbers whose digits touch.
 *
 * @module
 */
import { projectPath } from "../base/paths.ts";
import type { LayersModel } from "../backend/layers_model.ts";
import { lineHeight } from "./networks/line_size.ts";
import { loadModel } from "./load_model.ts";
import { blank } from "./networks/line.ts";

/** Loads the line reader, which reads lines of digits without cutting them, or another model for that.
 *
 * @param folder holds `model.json`; by default `data/lines`, the line reader that comes with the project
 * @returns takes `[batch, 32, width, 1]` with pixels 0 to 1; gives `[batch, 1, columns, 11]` probabilities, the
 * last that of the blank
 * @throws {Error} if a file is missing or is not a tfjs Layers model
 * @throws {TypeError} if the model takes or gives something else
 *
 * @example
 * ```ts
 * import { initBackend } from "@lib/backend/backend.ts";
 * import { loadLineReader } from "@lib/model/load_line_reader.ts";
 * import { strictEqual } from "node:assert";
 * await initBackend();
 * const model = await loadLineReader();
 * strictEqual(model.outputs[0].shape.at(-1), 11);
 * ```
 */
export async function loadLineReader(
  folder: string = projectPath("data", "lines"),
): Promise<LayersModel> {
  const model = await loadModel(folder);
  const [input, output] = [model.inputs[0].shape, model.outputs[0].shape];
  if (input[1] === lineHeight && output.length === 4 && output[3] === blank + 1) return model;
  model.dispose();
  throw new TypeError(
    `Cannot read lines by the model in ${folder}: it takes ${JSON.stringify(input)} and gives ` +
      `${JSON.stringify(output)}, wanted [null,${lineHeight},width,1] and [null,1,columns,` +
      `${blank + 1}]; train one by "deno task train --profile lines"`,
  );
}
