import type * as tf from "@tensorflow/tfjs";
import type { Box } from "../image/box.ts";
import { erasePrint } from "../preprocess/ink/erase_print.ts";
import { findInk } from "../preprocess/ink/find_ink.ts";
import type { DecodedImage } from "../preprocess/decode/decode_image.ts";
import { keepNearStrokes } from "../preprocess/ink/keep_near_strokes.ts";
import { shrinkTo } from "../image/shrink.ts";
import { decodeLimits } from "../preprocess/decode/limits.ts";
import type { ReadDigit } from "./read_digit.ts";
import { readLines } from "./read_lines.ts";
import { readSingle } from "./read_single.ts";
import type { LightImage } from "../image/light_image.ts";

/** What was read on an image. */
export interface Reading {
  /** The digits; lines are parted by `\n`. Empty where there is nothing to read. */
  readonly text: string;
  /** Line by line, from left to right. */
  readonly digits: readonly ReadDigit[];
  /** That all of it is right, 0 to 1: the product of the digits' confidences; 0 without digits. */
  readonly confidence: number;
}

/** Reads the digits on an image.
 *
 * @param model takes `[batch, 28, 28, 1]` with pixels 0 to 1, gives `[batch, 10]` probabilities, or
 * `[batch, 11]` with that of "no digit" last
 * @param image light, 0 black to 255 white, as `decodeImage` gives it
 * @param options.single takes all ink for one digit
 * @throws {RangeError} if the image's pixels do not fit its size, it has too many marks, or the
 * model gives no probabilities
 */
export async function readImage(
  model: tf.LayersModel,
  image: DecodedImage,
  { single = false }: { readonly single?: boolean } = {},
): Promise<Reading> {
  const small = shrinkTo(image, decodeLimits.workingPixels);
  const ink = keepNearStrokes(erasePrint(findInk(small)));
  const lines = single ? [await readSingle(model, ink)] : await readLines(model, ink);
  const digits = lines.flat().map((digit) => ({
    ...digit,
    box: enlarge(digit.box, small, image.full ?? image),
  }));
  const text = lines.map((line) => line.map(({ digit }) => digit).join("")).join("\n");
  const confidence = digits.reduce((product, digit) => product * digit.confidence, 1);
  return { text, digits, confidence: digits.length > 0 ? confidence : 0 };
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
