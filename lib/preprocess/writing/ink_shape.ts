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
export function inkShape({ width, pixels }: InkImage): InkShape | undefined {
  // Faint ink in the same box may be the soft edge of a neighbour.
  const levels = pixels.map((level) => level < limits.leastLink ? 0 : level);
  let [mass, meanX, meanY] = [0, 0, 0];
  levels.forEach((level, i) => {
    mass += level;
    meanX += level * (i % width);
    meanY += level * Math.floor(i / width);
  });
  if (mass === 0) return undefined;
  [meanX, meanY] = [meanX / mass, meanY / mass];
  const pixel = mass / 12; // the spread of ink inside of its pixel
  let [xx, xy, yy] = [pixel, 0, pixel];
  levels.forEach((level, i) => {
    if (level === 0) return;
    const [x, y] = [i % width - meanX, Math.floor(i / width) - meanY];
    xx += level * x * x;
    xy += level * x * y;
    yy += level * y * y;
  });
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
