import type { InkImage } from "../../image/ink_image.ts";
import { printLimits as limits } from "./print_limits.ts";

/** What ink looks like from afar. */
export interface InkShape {
  /** How far it leans to the right for each row upwards. */
  readonly lean: number;
  /** The deviation of its ink across its longer way, as a part of that along it: 0 a line, 1 as broad as
   * long. */
  readonly breadth: number;
  /** Its ink as a part of that of a filled rectangle which spreads as far: 1 a bar, at any slant, a little
   * more a disc, about a half a digit but for a plain 1. */
  readonly fullness: number;
  /** Whether it is broader than high, wherever it leans. */
  readonly isLying: boolean;
}

/** The shape of ink, by its first and second moments.
 *
 * @returns nothing where there is no ink
 *
 * @example
 * ```ts
 * import { inkImage } from "@lib/image/ink_image.ts";
 * import { inkShape } from "@lib/preprocess/writing/ink_shape.ts";
 * import { ok } from "node:assert";
 * const { breadth, fullness } = inkShape(inkImage(4, 20, new Uint8Array(80).fill(255)))!;
 * ok(Math.abs(breadth - 4 / 20) < 1e-9);
 * ok(Math.abs(fullness - 1) < 1e-9);
 * ```
 */
export function inkShape({ width, height, pixels }: InkImage): InkShape | undefined {
  let [mass, sumX, sumY] = [0, 0, 0];
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) {
      const level = pixels[at];
      // Faint ink in the same box may be the soft edge of a neighbour.
      if (level < limits.leastLink) continue;
      mass += level;
      sumX += level * x;
      sumY += level * y;
    }
  }
  if (mass === 0) return undefined;
  const [meanX, meanY] = [sumX / mass, sumY / mass];
  const pixel = mass / 12; // the spread of ink inside of its pixel
  let [xx, xy, yy] = [pixel, 0, pixel];
  for (let row = 0, at = 0; row < height; row++) {
    const y = row - meanY;
    for (let column = 0; column < width; column++, at++) {
      const level = pixels[at];
      if (level < limits.leastLink) continue;
      const x = column - meanX;
      xx += level * x * x;
      xy += level * x * y;
      yy += level * y * y;
    }
  }
  // Moments along its longer way, and across it.
  const half = Math.sqrt(((xx - yy) / 2) ** 2 + xy ** 2);
  const [along, across] = [(xx + yy) / 2 + half, (xx + yy) / 2 - half];
  return {
    lean: -xy / yy,
    breadth: Math.sqrt(Math.max(0, across) / along),
    fullness: mass ** 2 / 255 / (12 * Math.sqrt(along * Math.max(0, across))),
    isLying: xx > yy,
  };
}
