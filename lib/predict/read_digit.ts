/** A digit that was read, and where.
 *
 * @module
 */

import type { Box } from "../image/box.ts";
import type { Classified } from "../model/classify.ts";

/** A digit that was read.
 *
 * @example
 * ```ts
 * import { initBackend } from "@lib/backend/backend.ts";
 * import { projectPath } from "@lib/base/paths.ts";
 * import { loadHandwritingModel } from "@lib/model/load_handwriting_model.ts";
 * import type { ReadDigit } from "@lib/predict/read_digit.ts";
 * import { readImage } from "@lib/predict/read_image.ts";
 * import { decodeImage } from "@lib/preprocess/decode/decode_image.ts";
 * import { ok } from "node:assert";
 * await initBackend();
 * const photo = await decodeImage(projectPath("data", "samples", "postal_code.jpg"));
 * const { digits } = await readImage(await loadHandwritingModel(), photo);
 * const unsure = digits.filter(({ confidence }: ReadDigit) => confidence < 0.9);
 * ok(unsure.length < digits.length); // what a person must check
 * ```
 */
export interface ReadDigit extends Classified {
  /** Where it is, in pixels of the image as it is seen (orientation applied). */
  readonly box: Box;
  /** `[784]`, what the model saw: 0 paper to 255 full stroke. */
  readonly normalised: Uint8Array;
}
