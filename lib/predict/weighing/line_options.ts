/** How lines are read, and what is known of them.
 *
 * @module
 */
import type { LayersModel } from "../../backend/layers_model.ts";

/** What is known of a line before it is read. */
export interface LineKnowledge {
  /** Numbers of which it is one, such as valid postal codes: strings of digits. */
  readonly lexicon?: ReadonlySet<string>;
  /** How many digits it has. */
  readonly length?: number;
}

/** How lines are read.
 *
 * @example
 * ```ts
 * import { initBackend } from "@lib/backend/backend.ts";
 * import { projectPath } from "@lib/base/paths.ts";
 * import { loadHandwritingModel } from "@lib/model/load_handwriting_model.ts";
 * import { loadLineReader } from "@lib/model/load_line_reader.ts";
 * import type { LineOptions } from "@lib/predict/weighing/line_options.ts";
 * import { readImage } from "@lib/predict/read_image.ts";
 * import { decodeImage } from "@lib/preprocess/decode/decode_image.ts";
 * import { strictEqual } from "node:assert";
 * await initBackend();
 * const photo = await decodeImage(projectPath("data", "samples", "postal_code.jpg"));
 * const options: LineOptions = { lineReader: await loadLineReader(), length: 5 };
 * const { text } = await readImage(await loadHandwritingModel(), photo, options);
 * strictEqual(text.length, 5);
 * ```
 */
export interface LineOptions extends LineKnowledge {
  /** The line reader, which reads each line without cutting it and is weighed with the cuts; the cuts alone are
   * read where it is missing. */
  readonly lineReader?: LayersModel;
}
