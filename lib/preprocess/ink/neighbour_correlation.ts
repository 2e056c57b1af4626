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
  const step = Math.ceil(pixels.length / inkLimits.correlationPixels);
  for (let y = 0; y < height; y += step) {
    const hasBelow = y + 1 < height;
    pairs += width - 1 + (hasBelow ? width : 0);
    for (let x = 0, at = y * width; x < width; x++, at++) {
      const own = pixels[at];
      const right = x + 1 < width ? pixels[at + 1] : 0;
      const below = hasBelow ? pixels[at + width] : 0;
      if ((own | right | below) === 0) continue; // most of a page is paper, and adds nothing
      const count = Number(x + 1 < width) + Number(hasBelow);
      first += count * own;
      firstSquare += count * own * own;
      second += right + below;
      secondSquare += right * right + below * below;
      product += own * (right + below);
    }
  }
  const covariance = product - first * second / pairs;
  const variances = (firstSquare - first ** 2 / pairs) * (secondSquare - second ** 2 / pairs);
  return variances > 0 ? covariance / Math.sqrt(variances) : 1;
}
