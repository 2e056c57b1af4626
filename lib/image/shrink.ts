import type { GreyImage, Holds } from "./grey_image.ts";
import { resample } from "./resample.ts";

/** Makes an image smaller until it has at most `maxPixels`; smaller ones stay as they are. */
export function shrinkTo<Kind extends Holds>(
  image: GreyImage<Kind>,
  maxPixels: number,
): GreyImage<Kind> {
  const scale = Math.min(1, Math.sqrt(maxPixels / (image.width * image.height)));
  const side = (length: number): number => Math.max(1, Math.round(length * scale));
  return resample(image, side(image.width), side(image.height));
}
