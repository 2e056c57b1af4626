/** Parts of images.
 *
 * @module
 */
import type { Box } from "./box.ts";
import { checkGreyImage, type GreyImage, type Holds } from "./grey_image.ts";

/** A part of an image, copied.
 *
 * @throws {RangeError} if the box does not lie inside the image
 *
 * @example
 * ```ts
 * import { deepStrictEqual } from "node:assert";
 * import { crop } from "@lib/image/crop.ts";
 * import { inkImage } from "@lib/image/ink_image.ts";
 * const row = inkImage(3, 1, new Uint8Array([1, 2, 3]));
 * deepStrictEqual([...crop(row, { x: 1, y: 0, width: 2, height: 1 }).pixels], [2, 3]);
 * ```
 */
export function crop<Kind extends Holds>(
  image: GreyImage<Kind>,
  { x, y, width, height }: Box,
): GreyImage<Kind> {
  checkGreyImage(image, "crop an image");
  if (x < 0 || y < 0 || x + width > image.width || y + height > image.height) {
    throw new RangeError(
      `Cannot crop ${width} × ${height} pixels at (${x}, ${y}): wanted a box inside an image of ` +
        `${image.width} × ${image.height}`,
    );
  }
  const pixels = new Uint8Array(width * height);
  for (let row = 0; row < height; row++) {
    const from = (y + row) * image.width + x;
    pixels.set(image.pixels.subarray(from, from + width), row * width);
  }
  return { holds: image.holds, width, height, pixels };
}
