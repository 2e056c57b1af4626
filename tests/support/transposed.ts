import { type InkImage, inkImage } from "@lib/image/ink_image.ts";

/** A sheet with its rows as columns. */
export function transposed({ width, height, pixels }: InkImage): InkImage {
  const turned = pixels.map((_, i) => pixels[(i % height) * width + Math.floor(i / height)]);
  return inkImage(height, width, turned);
}
