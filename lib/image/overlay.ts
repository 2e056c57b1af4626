import type { GreyImage } from "./image.ts";

/** Two drawings on one sheet, each on its own place; where both have ink, the stronger stays.
 *
 * @param first 0 paper to 255 full stroke
 * @param second likewise
 * @param from where the left upper corner of the second lies, in whole pixels from that of the first
 * @returns as large as both together need
 */
export function overlay(
  first: GreyImage,
  second: GreyImage,
  { right, down }: { readonly right: number; readonly down: number },
): GreyImage {
  const [x, y] = [Math.max(0, -right), Math.max(0, -down)];
  const width = Math.max(first.width + x, second.width + x + right);
  const height = Math.max(first.height + y, second.height + y + down);
  const pixels = new Uint8Array(width * height);
  for (let row = 0; row < first.height; row++) {
    const from = row * first.width;
    pixels.set(first.pixels.subarray(from, from + first.width), (row + y) * width + x);
  }
  for (let row = 0; row < second.height; row++) {
    const from = row * second.width;
    const to = (row + y + down) * width + x + right;
    for (let i = 0; i < second.width; i++) {
      pixels[to + i] = Math.max(pixels[to + i], second.pixels[from + i]);
    }
  }
  return { width, height, pixels };
}
