import type { GreyImage } from "./image.ts";

/** An image with a frame of paper around it.
 *
 * @param ink 0 paper to 255 full stroke
 * @param margins pixels added to each side, integers; below 0 as many are cut off
 * @returns at least one pixel wide and high
 */
export function framed(
  ink: GreyImage,
  { left, right, top, bottom }: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  },
): GreyImage {
  const width = Math.max(1, ink.width + left + right);
  const height = Math.max(1, ink.height + top + bottom);
  const pixels = new Uint8Array(width * height);
  const first = Math.max(0, -left);
  const end = Math.min(ink.width, width - left);
  for (let y = Math.max(0, -top); y < Math.min(ink.height, height - top) && first < end; y++) {
    const row = y * ink.width;
    pixels.set(ink.pixels.subarray(row + first, row + end), (y + top) * width + first + left);
  }
  return { width, height, pixels };
}
