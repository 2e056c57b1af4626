import type { GreyImage } from "./image.ts";

/** An image with its rows as columns. */
export function transpose({ width, height, pixels }: GreyImage): GreyImage {
  const turned = new Uint8Array(pixels.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) turned[x * height + y] = pixels[y * width + x];
  }
  return { width: height, height: width, pixels: turned };
}
