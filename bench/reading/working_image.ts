import { resample } from "@lib/image/resample.ts";
import type { DecodedImage } from "@lib/preprocess/decode/decode_image.ts";
import { decodeLimits } from "@lib/preprocess/decode/limits.ts";
import type { LightImage } from "@lib/image/light_image.ts";

/** An image in the size in which `readImage` reads it. */
export function workingImage(image: DecodedImage): LightImage {
  const scale = Math.min(1, Math.sqrt(decodeLimits.workingPixels / (image.width * image.height)));
  const side = (length: number): number => Math.max(1, Math.round(length * scale));
  return resample(image, side(image.width), side(image.height));
}
