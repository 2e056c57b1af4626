import { imageSide, pixelsPerImage } from "../download/dataset.ts";
import type { Box } from "./box.ts";
import { crop } from "./crop.ts";
import { checkGreyImage, type GreyImage } from "./grey_image.ts";
import { inkBox } from "./ink_box.ts";
import { resample } from "./resample.ts";

/** The longer side of a digit in MNIST. */
const digitSide = 20;

/** Brings a digit of any size into MNIST's form: cropped to its ink, fitted in 20 × 20 pixels with
 * its aspect kept, and moved by whole pixels so that its centre of mass comes to the middle of
 * 28 × 28 (http://yann.lecun.com/exdb/mnist/). Its strongest pixel becomes 255, as in MNIST.
 *
 * @param ink 0 paper to 255 full stroke, as `findInk` gives it; all of it is one digit
 * @returns `[784]`, 0 paper to 255 full stroke
 * @throws {RangeError} if there is no ink, or the pixels do not fit the size
 *
 * @example
 * ```ts
 * import { mnistForm } from "@lib/preprocess/mnist_form.ts";
 * const bar = { width: 2, height: 40, pixels: new Uint8Array(80).fill(255) };
 * const rows = mnistForm(bar).reduce((ink, level) => ink + Number(level > 0), 0);
 * if (rows !== 20) throw new Error("one pixel wide, 20 high");
 * ```
 */
export function mnistForm(ink: GreyImage): Uint8Array {
  checkGreyImage(ink, "bring a digit into MNIST's form");
  const box = strokeBox(ink);
  const scale = digitSide / Math.max(box.width, box.height);
  const side = (length: number): number => Math.max(1, Math.round(length * scale));
  const digit = resample(crop(ink, box), side(box.width), side(box.height));
  return centred(digit);
}

/** The box that is fitted. The edges of a large, photographed stroke are blurred over several pixels
 * and lie where the ink is half as strong; in a small digit the faintest pixels are a part of it. */
function strokeBox(ink: GreyImage): Box {
  const box = inkBox(ink) ?? inkBox(ink, 1);
  if (box === undefined) {
    throw new RangeError("Cannot bring a digit into MNIST's form: found no ink, wanted some");
  }
  const side = Math.max(box.width, box.height);
  const inner = side > 2 * digitSide ? inkBox(ink, 112) : undefined;
  const isEdge = inner !== undefined && Math.max(inner.width, inner.height) > 0.9 * side;
  return isEdge ? inner : box;
}

/** @param digit at most 20 × 20, with some ink */
function centred({ width, height, pixels }: GreyImage): Uint8Array {
  let [mass, massX, massY, peak] = [0, 0, 0, 0];
  pixels.forEach((level, i) => {
    mass += level;
    massX += level * (i % width);
    massY += level * Math.floor(i / width);
    peak = Math.max(peak, level);
  });
  const left = shift(massX / mass, width);
  const top = shift(massY / mass, height);
  const form = new Uint8Array(pixelsPerImage);
  pixels.forEach((level, i) => {
    const at = (top + Math.floor(i / width)) * imageSide + left + (i % width);
    form[at] = Math.round((level / peak) * 255);
  });
  return form;
}

/** MNIST's centres of mass all lie within half a pixel of column and row 14, counted from 0. A
 * digit whose mass is all at one end is kept inside the image. */
function shift(centre: number, length: number): number {
  return Math.min(imageSide - length, Math.max(0, Math.round(imageSide / 2 - centre)));
}
