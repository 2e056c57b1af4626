import type { GreyImage } from "../../image/grey_image.ts";
import { inkLimits } from "./ink_limits.ts";

/** How much neighbouring pixels are alike: the correlation of the levels of two pixels beside or above
 * each other. Strokes go on from pixel to pixel; noise does not.
 *
 * @param image any levels, 0 to 255
 * @returns about 0 for white noise, nearly 1 for broad strokes; 1 for a single level, -1 at least
 *
 * @example
 * ```ts
 * import { inkImage } from "@lib/image/ink_image.ts";
 * import { neighbourCorrelation } from "@lib/preprocess/ink/neighbour_correlation.ts";
 * const pixels = Uint8Array.from({ length: 900 }, (_, i) => i % 30 < 15 ? 0 : 255);
 * const halves = neighbourCorrelation(inkImage(30, 30, pixels));
 * if (halves < 0.95) throw new Error(`${halves}`);
 * ```
 */
export function neighbourCorrelation({ width, height, pixels }: GreyImage): number {
  let [pairs, first, second, product, firstSquare, secondSquare] = [0, 0, 0, 0, 0, 0];
  const note = (a: number, b: number): void => {
    pairs++;
    first += a;
    second += b;
    product += a * b;
    firstSquare += a * a;
    secondSquare += b * b;
  };
  const step = Math.ceil(pixels.length / inkLimits.correlationPixels);
  for (let y = 0; y < height; y += step) {
    for (let x = 0, at = y * width; x < width; x++, at++) {
      if (x + 1 < width) note(pixels[at], pixels[at + 1]);
      if (y + 1 < height) note(pixels[at], pixels[at + width]);
    }
  }
  const covariance = product - first * second / pairs;
  const variances = (firstSquare - first ** 2 / pairs) * (secondSquare - second ** 2 / pairs);
  return variances > 0 ? covariance / Math.sqrt(variances) : 1;
}
