import { imageSide } from "../image/digit_size.ts";
import type { LightImage } from "../image/light_image.ts";
import { decodeImage } from "./decode/decode_image.ts";
import { findInk } from "./ink/find_ink.ts";
import { normaliseDigit } from "./ink/normalise_digit.ts";

/** A digit out of an image file. */
export interface DigitFromImage {
  /** `[784]`, 28 × 28. */
  readonly pixels: Uint8Array;
  /** Whether the pixels are the image's own light, which may be bright on dark or dark on light;
   * otherwise they are ink, as MNIST's are. */
  readonly isLight: boolean;
}

/** Makes 28 × 28 pixels of an image of one digit. One that has this size is taken as it is; in any other
 * the ink is found and brought to MNIST's size and place.
 *
 * @param path of the file
 * @returns `undefined` where there is no ink to be found: the image is blank, or all ink
 * @throws {ImageError} if the file cannot be read
 */
export async function digitFromImage(path: string): Promise<DigitFromImage | undefined> {
  const image: LightImage = await decodeImage(path);
  const { width, height, pixels } = image;
  if (width === imageSide && height === imageSide) return { pixels, isLight: true };
  const ink = findInk(image);
  if (!ink.pixels.some((level) => level > 0)) return undefined;
  return { pixels: normaliseDigit(ink), isLight: false };
}
