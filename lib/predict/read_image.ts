import type * as tf from "@tensorflow/tfjs";
import type { Box } from "../preprocess/box.ts";
import { findInk } from "../preprocess/find_ink.ts";
import type { GreyImage } from "../preprocess/grey_image.ts";
import { mnistForm } from "../preprocess/mnist_form.ts";
import { shrinkTo } from "../preprocess/shrink_to.ts";
import { type Classified, classify } from "./classify.ts";
import { digitBoxes, type DigitInk } from "./digit_boxes.ts";
import { wholeInk } from "./whole_ink.ts";

/** A digit that was read. */
export interface ReadDigit extends Classified {
  /** Where it is, in pixels of the image as it is seen (orientation applied). */
  readonly box: Box;
  /** `[784]`, what the model saw: 0 paper to 255 full stroke. */
  readonly form: Uint8Array;
}

/** What was read on an image. */
export interface Reading {
  /** The digits; lines are parted by `\n`. Empty where there is nothing to read. */
  readonly text: string;
  /** Line by line, from left to right. */
  readonly digits: readonly ReadDigit[];
}

/** Larger photos are made smaller first: digits stay large enough, and it takes less than a second. */
const workingPixels = 6_000_000;

/** Reads the digits on an image.
 *
 * @param model takes `[batch, 28, 28, 1]` with pixels 0 to 1, gives `[batch, 10]` probabilities
 * @param image light, 0 black to 255 white, as `decodeImage` gives it
 * @param options.single takes all ink for one digit
 * @throws {RangeError} if the image's pixels do not fit its size
 */
export function readImage(
  model: tf.LayersModel,
  image: GreyImage,
  { single = false }: { readonly single?: boolean } = {},
): Reading {
  const small = shrinkTo(image, workingPixels);
  const ink = findInk(small);
  const lines = single ? singleLine(ink) : digitBoxes(ink);
  const found = lines.flat();
  const forms = found.map((digit) => mnistForm(digit.ink));
  const classified = classify(model, forms);
  const digits = found.map(({ box }, i) => ({
    ...classified[i],
    box: enlarge(box, small, image),
    form: forms[i],
  }));
  let next = 0;
  const text = lines.map((line) => line.map(() => digits[next++].digit).join("")).join("\n");
  return { text, digits };
}

function singleLine(ink: GreyImage): DigitInk[][] {
  const digit = wholeInk(ink);
  return digit === undefined ? [] : [[digit]];
}

/** A box of the image that was made smaller, in the pixels of the original. */
function enlarge(box: Box, small: GreyImage, image: GreyImage): Box {
  const [scaleX, scaleY] = [image.width / small.width, image.height / small.height];
  const x = Math.floor(box.x * scaleX);
  const y = Math.floor(box.y * scaleY);
  const width = Math.ceil((box.x + box.width) * scaleX) - x;
  const height = Math.ceil((box.y + box.height) * scaleY) - y;
  return {
    x,
    y,
    width: Math.min(width, image.width - x),
    height: Math.min(height, image.height - y),
  };
}
