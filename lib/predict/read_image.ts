/** Reading: from the light of a whole image to its digits.
 *
 * @module
 */
import type { Box } from "../image/box.ts";
import { findWriting } from "../preprocess/writing/find_writing.ts";
import type { DecodedImage } from "../preprocess/decode/decode_image.ts";
import { resample } from "../image/resample.ts";
import { decodeLimits } from "../preprocess/decode/limits.ts";
import type { ReadDigit } from "./read_digit.ts";
import { readLines } from "./read_lines.ts";
import { readSingle } from "./read_single.ts";
import type { LightImage } from "../image/light_image.ts";
import type { LayersModel } from "../backend/layers_model.ts";

/** What was read on an image. */
export interface Reading {
  /** The digits; lines are parted by `\n`. Empty where there is nothing to read. */
  readonly text: string;
  /** Line by line, from left to right. */
  readonly digits: readonly ReadDigit[];
  /** That all of it is right, 0 to 1: the product of the digits' confidences; 0 without digits. */
  readonly confidence: number;
}

/** Reads the digits on an image. The whole way from a file to its text, in order:
 *
 * 1. `preprocess/decode/decode_image.ts`: the file becomes light, before it comes here
 * 2. here: large images are made smaller
 * 3. `preprocess/ink/find_ink.ts`, `erase_print.ts`, `keep_near_strokes.ts`: light becomes ink, without
 *    rules and frames
 * 4. `read_single.ts` where all ink is one digit, else `read_lines.ts`, which does the rest
 * 5. `segment/page_lines.ts`, `deslant.ts`, `over_segment.ts`, `candidates.ts`: lines, without their slant,
 *    cut into pieces, the runs of which may be digits
 * 6. `classify_candidates.ts`: `preprocess/ink/normalise_digit.ts` and `model/classify.ts` say what each is
 * 7. `best_path.ts`: the candidates that explain the line best
 * 8. `discount_confidence.ts`, `adjust_priors.ts`: how sure that is
 * 9. here: boxes in the pixels of the original, and the text
 *
 * @param model takes `[batch, 28, 28, 1]` with pixels 0 to 1, gives `[batch, 10]` probabilities, or
 * `[batch, 11]` with that of "no digit" last (the reject class)
 * @param image as `decodeImage` gives it
 * @param options.single takes all ink for one digit
 * @throws {RangeError} if the image's pixels do not fit its size, it has too many marks, or the
 * model gives other numbers than probabilities
 * @throws {TypeError} if the model's input or output has another shape
 *
 * @example
 * ```ts
 * import { initBackend } from "@lib/backend/backend.ts";
 * import { projectPath } from "@lib/base/paths.ts";
 * import { loadHandwritingModel } from "@lib/model/load_handwriting_model.ts";
 * import { readImage } from "@lib/predict/read_image.ts";
 * import { decodeImage } from "@lib/preprocess/decode/decode_image.ts";
 * import { strictEqual } from "node:assert";
 * await initBackend();
 * const image = await decodeImage(projectPath("data", "samples", "telephone_number.jpg"));
 * const { text, digits } = await readImage(await loadHandwritingModel(), image);
 * strictEqual(text.replace("\n", "").length, digits.length);
 * ```
 */
export async function readImage(
  model: LayersModel,
  image: DecodedImage,
  { single = false }: { readonly single?: boolean } = {},
): Promise<Reading> {
  const small = shrinkTo(image, decodeLimits.workingPixels);
  const { ink } = findWriting(small);
  const lines = single ? [await readSingle(model, ink)] : await readLines(model, ink);
  const digits = lines.flat().map((digit) => ({
    ...digit,
    box: enlarge(digit.box, small, image.full ?? image),
  }));
  const text = lines.map((line) => line.map(({ digit }) => digit).join("")).join("\n");
  const confidence = digits.reduce((product, digit) => product * digit.confidence, 1);
  return { text, digits, confidence: digits.length > 0 ? confidence : 0 };
}

/** Makes an image smaller until it has at most `most` pixels; smaller ones stay as they are. */
function shrinkTo(image: LightImage, most: number): LightImage {
  const scale = Math.min(1, Math.sqrt(most / (image.width * image.height)));
  const side = (length: number): number => Math.max(1, Math.round(length * scale));
  return resample(image, side(image.width), side(image.height));
}

type Size = Pick<LightImage, "width" | "height">;

/** A box of the image that was made smaller, in the pixels of the original. */
function enlarge(box: Box, small: Size, image: Size): Box {
  const [scaleX, scaleY] = [image.width / small.width, image.height / small.height];
  const x = Math.max(0, Math.floor(box.x * scaleX));
  const y = Math.max(0, Math.floor(box.y * scaleY));
  const width = Math.ceil((box.x + box.width) * scaleX) - x;
  const height = Math.ceil((box.y + box.height) * scaleY) - y;
  return {
    x,
    y,
    width: Math.min(width, image.width - x),
    height: Math.min(height, image.height - y),
  };
}
