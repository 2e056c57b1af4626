import { imageSide, pixelsPerImage } from "../../image/digit_size.ts";

/** A move by whole pixels; negative values go left and up. */
export interface Shift {
  readonly right: number;
  readonly down: number;
}

/** Moves an image by whole pixels. What leaves the frame is lost, what enters it is paper.
 *
 * @param image `[784]`, row by row, 0 is paper
 * @param move -27 to 27 pixels each way
 * @param target `[784]`, where the result goes; a new array by default
 * @returns `target`
 * @throws {RangeError} if a distance is not an integer in that range
 */
export function shift(
  image: Float32Array,
  { right, down }: Shift,
  target: Float32Array = new Float32Array(pixelsPerImage),
): Float32Array {
  for (const distance of [right, down]) {
    if (!Number.isInteger(distance) || Math.abs(distance) >= imageSide) {
      throw new RangeError(
        `Cannot shift an image by ${distance} pixels: must be an integer from -27 to 27`,
      );
    }
  }
  // One copy for the whole image: along the rows it carries pixels over the edge into the
  // neighbouring row, and these are wiped out afterwards.
  const offset = down * imageSide + right;
  target.fill(0);
  if (offset >= 0) target.set(image.subarray(0, pixelsPerImage - offset), offset);
  else target.set(image.subarray(-offset));
  const first = right > 0 ? 0 : imageSide + right;
  const end = right > 0 ? right : imageSide;
  for (let row = 0; row < pixelsPerImage; row += imageSide) {
    for (let column = first; column < end; column++) target[row + column] = 0;
  }
  return target;
}
