/** How large a digit is for every model of this project.
 *
 * @module
 */

/** Rows, and columns, of an MNIST image, and so of what every model of this project takes. */
export const imageSide = 28;

/** The longer side of the ink of a digit in an MNIST image, in pixels. */
export const digitSide = 20;

/** Pixels of an MNIST image: 28 × 28.
 *
 * @example
 * ```ts
 * import { imageSide, pixelsPerImage } from "@lib/image/digit_size.ts";
 * import { strictEqual } from "node:assert";
 * strictEqual(pixelsPerImage, imageSide * imageSide);
 * ```
 */
export const pixelsPerImage = imageSide * imageSide;
