/** Levels between the pixels.
 *
 * @module
 */
/** Levels of an image, row by row. */
export interface Levels {
  /** Columns. */
  readonly width: number;
  /** Rows. */
  readonly height: number;
  /** `[height × width]` */
  readonly pixels: Uint8Array | Float32Array;
}

/** The level at a place between the pixels, by
 * [bilinear interpolation](https://en.wikipedia.org/wiki/Bilinear_interpolation); outside the image all
 * is 0.
 *
 * @param x column of the place; 0 is the middle of the first pixel
 * @param y row
 *
 * @example
 * ```ts
 * import { bilinear } from "@lib/image/bilinear.ts";
 * import { strictEqual } from "node:assert";
 * const pair = { width: 2, height: 1, pixels: new Uint8Array([0, 100]) };
 * strictEqual(bilinear(pair, 0.25, 0), 25);
 * ```
 */
export function bilinear({ width, height, pixels }: Levels, x: number, y: number): number {
  if (!(x > -1 && y > -1 && x < width && y < height)) return 0;
  const left = Math.floor(x);
  const top = Math.floor(y);
  const toRight = x - left;
  const toBottom = y - top;
  const at = top * width + left;
  if (left >= 0 && top >= 0 && left < width - 1 && top < height - 1) {
    const upper = pixels[at] + toRight * (pixels[at + 1] - pixels[at]);
    const below = at + width;
    const lower = pixels[below] + toRight * (pixels[below + 1] - pixels[below]);
    return upper + toBottom * (lower - upper);
  }
  const [hasLeft, hasRight] = [left >= 0, left < width - 1];
  let value = 0;
  if (top >= 0) {
    if (hasLeft) value += (1 - toRight) * (1 - toBottom) * pixels[at];
    if (hasRight) value += toRight * (1 - toBottom) * pixels[at + 1];
  }
  if (top < height - 1) {
    if (hasLeft) value += (1 - toRight) * toBottom * pixels[at + width];
    if (hasRight) value += toRight * toBottom * pixels[at + width + 1];
  }
  return value;
}
