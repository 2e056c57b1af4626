import type { GreyImage, Holds } from "./grey_image.ts";

/** An image with its rows as columns. */
export function transpose<Kind extends Holds>(
  { holds, width, height, pixels }: GreyImage<Kind>,
): GreyImage<Kind> {
  const turned = new Uint8Array(pixels.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) turned[x * height + y] = pixels[y * width + x];
  }
  return { holds, width: height, height: width, pixels: turned };
}
