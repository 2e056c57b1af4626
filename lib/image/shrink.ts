import type { GreyImage } from "./image.ts";
import { resample } from "./resample.ts";

/** Makes an image smaller until it has at most `maxPixels`; smaller ones stay as they are. */
export function shrinkTo(image: GreyImage, maxPixels: number): GreyImage {
  const scale = Math.min(1, Math.sqrt(maxPixels / (image.width * image.height)));
  const side = (length: number): number => Math.max(1, Math.round(length * scale));
  return resample(image, side(image.width), side(image.height));
}
