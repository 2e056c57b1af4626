import type { Dataset } from "../../download/dataset.ts";
import { imageSide, pixelsPerImage } from "../../image/digit_size.ts";
import { type InkImage, inkImage } from "../../image/ink_image.ts";

/** One digit of a data set.
 *
 * @param index from 0
 * @returns 0 paper to 255 full stroke; the pixels are those of the data set, not copied
 */
export function digitAt({ images }: Dataset, index: number): InkImage {
  const pixels = images.subarray(index * pixelsPerImage, (index + 1) * pixelsPerImage);
  return inkImage(imageSide, imageSide, pixels);
}
