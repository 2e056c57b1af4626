/** A figure of which parts of a digit a network relies on.
 *
 * @module
 */

import { imageSide } from "../image/digit_size.ts";
import type { Figure } from "./parts/figure.ts";
import { percent } from "./parts/percent.ts";
import { pictureGrid } from "./parts/picture_grid.ts";

/** A digit, and what of its probability remains when parts of it are covered. */
export interface CoveredDigit {
  /** `[784]`, 28 rows of 28; 0 is paper, 255 is ink. */
  readonly pixels: Uint8Array;
  /** The digit that it is. */
  readonly digit: number;
  /** `[784]`, its probability with the cover around each pixel, 0 to 1. */
  readonly map: ArrayLike<number>;
}

/** Digits side by side, and below each where covering a part of it costs it probability: white where all of it
 * stays, black where nothing does.
 *
 * @param digits few enough for a row, eight or less
 * @throws {RangeError} if there is none, or a map has not 784 probabilities
 *
 * @example
 * ```ts
 * import { occlusionFigure } from "@lib/figures/occlusion_figure.ts";
 * import { figureTitle } from "@lib/figures/parts/figure_title.ts";
 * import { match } from "node:assert";
 * const map = new Float32Array(784).fill(1).fill(0.1, 400, 410);
 * const figure = occlusionFigure([{ pixels: new Uint8Array(784), digit: 7, map }]);
 * match(figureTitle(figure), /^With a part covered, a 7 keeps 10.% of its probability at worst$/);
 * ```
 */
export function occlusionFigure(digits: readonly CoveredDigit[]): Figure {
  for (const { digit, map } of digits) {
    if (map.length === imageSide ** 2) continue;
    throw new RangeError(
      `Cannot draw where a ${digit} was covered: found ${map.length} probabilities, wanted ` +
        `${imageSide ** 2}`,
    );
  }
  const least = digits.map(({ map }) => Math.min(...Array.from(map)));
  const worst = least.indexOf(Math.min(...least));
  const size = { width: imageSide, height: imageSide };
  return pictureGrid([
    ...digits.map(({ pixels, digit }) => {
      return { ...size, holds: "ink" as const, pixels, caption: `<b>${digit}</b>` };
    }),
    ...digits.map(({ map }, i) => ({
      ...size,
      holds: "light" as const,
      pixels: Uint8Array.from(map, (share) => Math.round(255 * Math.min(1, share))),
      caption: `down to ${percent(least[i], 0)}`,
      highlight: i === worst,
    })),
  ], {
    title:
      `With a part covered, a ${digits[worst]?.digit} keeps ${percent(least[worst], 0)} of its ` +
      "probability at worst",
    subtitle:
      "Below each digit: the darker a pixel, the less probable is the digit when a square " +
      "around that pixel is covered with paper",
    columns: digits.length,
  });
}
