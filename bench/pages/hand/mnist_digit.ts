import type { Rng } from "@lib/base/rng.ts";
import { type Dataset, imageAt } from "@lib/download/dataset.ts";
import { cropToInk } from "@lib/image/crop_to_ink.ts";
import { imageSide } from "@lib/image/digit_size.ts";
import { type InkImage, inkImage } from "@lib/image/ink_image.ts";
import { writeDigits } from "../write_digits.ts";

/** The digit of an MNIST image fills about this many of its rows. */
const inkRows = 20;

/** Writes one of a data set's digits.
 *
 * @param height of the ink, in pixels, where it is as high as most are
 * @param threshold below 0.5 for a bolder pen, above for a finer one
 * @returns its ink without bare paper around it
 * @throws {RangeError} if the data set has no such digit
 */
export function mnistDigit(
  dataset: Dataset,
  digit: number,
  height: number,
  { threshold, angle }: { readonly threshold: number; readonly angle: number },
  rng: Rng,
): InkImage {
  const choice = dataset.labels.reduce((count, label) => count + Number(label === digit), 0);
  let index = -1;
  for (let left = rng.integer(choice); left >= 0; left--) {
    index = dataset.labels.indexOf(digit, index + 1);
  }
  const size = (height * imageSide) / inkRows;
  const side = Math.ceil(1.5 * size);
  const middle = side / 2;
  const image = imageAt(dataset, index);
  const digits = [{ image, x: middle, y: middle, size, angle }];
  const cover = writeDigits({ width: side, height: side, digits, threshold });
  return cropToInk(inkImage(side, side, Uint8Array.from(cover, (part) => 255 * part)));
}
