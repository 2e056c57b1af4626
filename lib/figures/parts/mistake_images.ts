import { imageSide } from "../../image/digit_size.ts";
import { type ImageSheet, imageSheet } from "./image_sheet.ts";

/** An image that was read wrongly. */
export interface MistakeImage {
  /** The digit that it is. */
  readonly truth: number;
  /** The digit that was read. */
  readonly predicted: number;
  /** `[784]`, 28 rows of 28; 0 is paper, 255 is ink. */
  readonly pixels: ArrayLike<number>;
}

/** Images in one picture, and which of them lie behind which cell of a confusion matrix. */
export interface MistakeImages extends ImageSheet {
  /** Numbers of the images by `"truth predicted"`: `{ "4 9": [0, 3] }`. */
  readonly cells: Readonly<Record<string, readonly number[]>>;
}

/** The most images of a cell. More do not fit a phone at twice their size (measured at 390 pixels),
 * and each adds about 0.3 KB to the figure; with fewer a frequent confusion shows less of its kinds. */
const most = 24;

/** Puts wrongly read images into one picture, the first of each cell.
 *
 * @param mistakes those that tell most first; at least one
 * @throws {RangeError} if there is none, or one has not 784 pixels
 */
export function mistakeImages(mistakes: readonly MistakeImage[]): MistakeImages {
  if (mistakes.length === 0) throw new RangeError("Cannot draw mistakes: found none, wanted one");
  const cells: Record<string, number[]> = {};
  const kept: ArrayLike<number>[] = [];
  for (const { truth, predicted, pixels } of mistakes) {
    if (pixels.length !== imageSide * imageSide) {
      throw new RangeError(
        `Cannot draw a ${truth} that was read as ${predicted}: found ${pixels.length} pixels, ` +
          `wanted ${imageSide * imageSide}`,
      );
    }
    const cell = cells[`${truth} ${predicted}`] ??= [];
    if (cell.length === most) continue;
    cell.push(kept.length);
    kept.push(pixels);
  }
  return { ...imageSheet(kept), cells };
}
