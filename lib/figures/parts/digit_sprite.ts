import { type Raster } from "./png_data_url.ts";
import { imageSide } from "../../image/digit_size.ts";

/** Rows, and columns, of an MNIST image. */
const side = imageSide;

/** Where the tiles of a sprite lie, in pixels of the digits (not of the screen). */
export interface SpriteGrid {
  readonly columns: number;
  /** Empty pixels to the right of each tile and below it. */
  readonly gapX: number;
  readonly gapY: number;
}

/** Many digits in one picture: dark ink on white paper, each in a thin frame.
 *
 * @param digits each `[784]`, 0 is paper, 255 is ink
 * @param grid gaps count in pixels of a digit and hold the frame, so they are at least 2
 * @param factor each pixel becomes a square of that many screen pixels
 * @returns a grey image whose first digit begins at pixel (`factor`, `factor`), right of the frame
 * @throws {RangeError} if there are no digits, or one has not 784 pixels
 */
export function digitSprite(
  digits: readonly ArrayLike<number>[],
  { columns, gapX, gapY }: SpriteGrid,
  factor: number,
): Raster {
  if (digits.length === 0) throw new RangeError("Cannot draw a gallery of no digits: wanted one");
  const width = (Math.min(columns, digits.length) * (side + gapX) - gapX + 2) * factor;
  const height = (Math.ceil(digits.length / columns) * (side + gapY) - gapY + 2) * factor;
  const pixels = new Uint8Array(width * height).fill(255);
  digits.forEach((digit, index) => {
    if (digit.length !== side * side) {
      throw new RangeError(
        `Cannot draw digit ${index}: found ${digit.length} pixels, wanted ${side * side}`,
      );
    }
    const left = ((index % columns) * (side + gapX) + 1) * factor;
    const top = (Math.floor(index / columns) * (side + gapY) + 1) * factor;
    const length = side * factor;
    for (let y = -1; y <= length; y++) {
      const row = (top + y) * width + left;
      const inside = y >= 0 && y < length;
      for (let x = -1; x <= length; x++) {
        pixels[row + x] = inside && x >= 0 && x < length
          ? 255 - digit[Math.floor(y / factor) * side + Math.floor(x / factor)]
          : 225;
      }
    }
  });
  return { width, height, pixels, channels: 1 };
}
