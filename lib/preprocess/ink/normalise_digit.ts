/** What makes any digit look as those that the networks learnt from.
 *
 * @module
 */
import { digitSide, imageSide, pixelsPerImage } from "../../image/digit_size.ts";
import type { Box } from "../../image/box.ts";
import { crop } from "../../image/crop.ts";
import { inkBox } from "../../image/ink_box.ts";
import { resample } from "../../image/resample.ts";
import { strokeWidth } from "../../image/stroke_width.ts";
import { distanceTransform } from "../../image/distance_transform.ts";
import { pad } from "../../image/pad.ts";
import { normaliseLimits } from "./ink_limits.ts";
import { type InkImage, inkImage } from "../../image/ink_image.ts";
import { checkGreyImage } from "../../image/grey_image.ts";

/** Makes a digit of any size look as MNIST's do: cropped to its ink, fitted in 20 × 20 pixels with
 * its aspect kept, strokes far from the width of MNIST's brought near it, and moved by whole pixels so
 * that its centre of mass comes to the middle of 28 × 28 (http://yann.lecun.com/exdb/mnist/). Its
 * strongest pixel becomes 255, as in MNIST.
 *
 * @param ink as `findInk` gives it; all of it is one digit
 * @returns `[784]`, the pixels of an ink image of 28 × 28
 * @throws {RangeError} if there is no ink, or the pixels do not fit the size
 *
 * @example
 * ```ts
 * import { strictEqual } from "node:assert";
 * import { inkImage } from "@lib/image/ink_image.ts";
 * import { normaliseDigit } from "@lib/preprocess/ink/normalise_digit.ts";
 * const bar = inkImage(4, 40, new Uint8Array(160).fill(255));
 * const inked = normaliseDigit(bar).filter((level) => level > 0).length;
 * strictEqual(inked, 40); // 2 wide and 20 high
 * ```
 */
export function normaliseDigit(ink: InkImage): Uint8Array {
  checkGreyImage(ink, "normalise a digit");
  const digit = crop(ink, strokeBox(ink));
  return centred(fitted(withUsualStroke(digit), digitSide));
}

/** Made as large as fits in a square. */
function fitted(digit: InkImage, square: number): InkImage {
  const scale = square / Math.max(digit.width, digit.height);
  const side = (length: number): number => Math.max(1, Math.round(length * scale));
  return resample(digit, side(digit.width), side(digit.height));
}

/** A digit whose strokes are thinner or thicker than nearly all of MNIST's gets the width that is
 * the least or most there. */
function withUsualStroke(digit: InkImage): InkImage {
  const { thinnest, thickest, leastForThinning, mostThinning, detail, outline } = normaliseLimits;
  const side = Math.max(digit.width, digit.height);
  const scale = digitSide / side;
  const width = strokeWidth(digit) * scale;
  const wanted = Math.max(width - mostThinning, Math.min(thickest, Math.max(thinnest, width)));
  // The blur of a small picture makes its strokes look thick.
  if (wanted === width || (wanted < width && side < leastForThinning)) return digit;
  const large = fitted(digit, detail * digitSide);
  const outwards = ((wanted - width) / 2) * detail;
  const moved = offsetStrokes(pad(large, Math.max(1, Math.ceil(outwards + 1))), outwards);
  const box = inkBox(moved, outline);
  return box === undefined ? digit : crop(moved, box);
}

/** Makes strokes thicker or thinner by moving their outline, where the ink is half as strong,
 * outwards or inwards everywhere by the same distance.
 *
 * @param ink large enough that a stroke is a few pixels wide, with paper around it that the thicker
 * strokes need
 * @param outwards in pixels, also parts of one; negative: inwards
 * @returns same size, with edges one pixel soft
 */
function offsetStrokes({ width, height, pixels }: InkImage, outwards: number): InkImage {
  const isThicker = outwards > 0;
  // Growing strokes leave ink as it is, shrinking ones paper: how near that is decides the others.
  const isKept = (i: number): boolean => (pixels[i] >= 128) === isThicker;
  const away = distanceTransform(width, height, isKept, Math.abs(outwards) + 1);
  const moved = new Uint8Array(pixels.length);
  for (let i = 0; i < moved.length; i++) {
    // From the middle of a pixel to the outline between two of them.
    const inside = isThicker ? 0.5 - away[i] : away[i] - 0.5;
    moved[i] = Math.round(255 * Math.min(1, Math.max(0, inside + outwards + 0.5)));
  }
  return inkImage(width, height, moved);
}

/** The box that is fitted. The edges of a large, photographed stroke are blurred over several pixels
 * and lie where the ink is half as strong; in a small digit the faintest pixels are a part of it. */
function strokeBox(ink: InkImage): Box {
  const box = inkBox(ink) ?? inkBox(ink, 1);
  if (box === undefined) {
    throw new RangeError("Cannot normalise a digit: found no ink, wanted some");
  }
  const { photographedSide, photographedEdge, mostEdge } = normaliseLimits;
  const side = Math.max(box.width, box.height);
  const inner = side > photographedSide ? inkBox(ink, photographedEdge) : undefined;
  const isEdge = inner !== undefined && Math.max(inner.width, inner.height) > mostEdge * side;
  return isEdge ? inner : box;
}

/** @param digit at most 20 × 20, with some ink */
function centred({ width, height, pixels }: InkImage): Uint8Array {
  let [mass, massX, massY, peak] = [0, 0, 0, 0];
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      mass += pixels[i];
      massX += pixels[i] * x;
      massY += pixels[i] * y;
      peak = Math.max(peak, pixels[i]);
    }
  }
  const left = shift(massX / mass, width);
  const top = shift(massY / mass, height);
  const normalised = new Uint8Array(pixelsPerImage);
  for (let y = 0, i = 0; y < height; y++) {
    const at = (top + y) * imageSide + left;
    for (let x = 0; x < width; x++, i++) normalised[at + x] = Math.round((pixels[i] / peak) * 255);
  }
  return normalised;
}

/** MNIST's centres of mass all lie within half a pixel of column and row 14, counted from 0. A
 * digit whose mass is all at one end is kept inside the image. */
function shift(centre: number, length: number): number {
  return Math.min(imageSide - length, Math.max(0, Math.round(imageSide / 2 - centre)));
}
