/** What an image of one level a pixel is.
 *
 * @module
 */
/** What the levels of an image mean: the light that a camera saw, or the ink that was found in it. */
export type Holds = "light" | "ink";

/** An image of one level a pixel, of any size. Which way its levels go is a part of its type: use
 * `LightImage` and `InkImage`, and this one only where it makes no difference, as it does to cutting out
 * a part. */
export interface GreyImage<Kind extends Holds = Holds> {
  /** What its levels mean. */
  readonly holds: Kind;
  /** Columns. */
  readonly width: number;
  /** Rows. */
  readonly height: number;
  /** `[height × width]`, row by row. */
  readonly pixels: Uint8Array;
}

/** Makes sure that an image has as many pixels as its size says.
 *
 * @param action what is about to be done with it, for the message: `find ink`
 * @throws {RangeError} if a side is not a positive integer, or the pixels are too few or too many
 *
 * @example
 * ```ts
 * import { throws } from "node:assert";
 * import { checkGreyImage } from "@lib/image/grey_image.ts";
 * import { inkImage } from "@lib/image/ink_image.ts";
 * const wrong = { ...inkImage(2, 2), width: 3 };
 * throws(() => checkGreyImage(wrong, "find ink"), RangeError);
 * ```
 */
export function checkGreyImage(image: GreyImage, action: string): void {
  const { width, height, pixels } = image;
  const isSize = Number.isInteger(width) && Number.isInteger(height) && width > 0 && height > 0;
  if (!isSize || pixels.length !== width * height) {
    throw new RangeError(
      `Cannot ${action}: found ${pixels.length} pixels in an image of ${width} × ${height}, ` +
        "wanted width × height of them and at least one",
    );
  }
}
