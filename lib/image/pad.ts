import type { GreyImage } from "./image.ts";

/** An image with paper (level 0) added on all four sides.
 *
 * @param margin pixels on each side
 */
export function withMargin({ width, height, pixels }: GreyImage, margin: number): GreyImage {
  const columns = width + 2 * margin;
  const framed = new Uint8Array(columns * (height + 2 * margin));
  for (let y = 0; y < height; y++) {
    const row = pixels.subarray(y * width, (y + 1) * width);
    framed.set(row, (y + margin) * columns + margin);
  }
  return { width: columns, height: height + 2 * margin, pixels: framed };
}
