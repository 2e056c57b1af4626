/** A grey picture of any size.
 *
 * Two kinds of level are kept in it: a decoded picture holds light, 0 black to 255 white; what
 * `findInk` makes of it holds ink, 0 bare paper to 255 full stroke. */
export interface GreyImage {
  /** Columns. */
  readonly width: number;
  /** Rows. */
  readonly height: number;
  /** `[height × width]`, row by row. */
  readonly pixels: Uint8Array;
}

/** Makes sure that a picture has as many pixels as its size says.
 *
 * @param action what is about to be done with it, for the message: `find ink`
 * @throws {RangeError} if a side is no positive integer, or the pixels are too few or too many
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
