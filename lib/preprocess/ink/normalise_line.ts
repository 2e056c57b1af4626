/** What makes any line of writing look as those that the line reader learnt from.
 *
 * @module
 */
import { checkGreyImage } from "../../image/grey_image.ts";
import { type InkImage, inkImage } from "../../image/ink_image.ts";
import { lineBody, lineHeight, lineMargin } from "../../model/networks/line_size.ts";
import { pad } from "../../image/pad.ts";
import { resample } from "../../image/resample.ts";

/** The rows of a line's image that hold most of its ink. */
export interface LineBody {
  /** The row in their middle, in pixels from the top. */
  readonly middle: number;
  /** How many they are. */
  readonly height: number;
}

/** Brings a line of writing into the form that the line reader takes: its body 17 pixels high, in the middle of 32
 * rows, with paper before and behind; as wide as it comes.
 *
 * @param ink of the line, upright; without paper to its left
 * @returns 32 rows; its strongest pixel is 255
 * @throws {RangeError} if the pixels do not fit the size, or the body is not above 0
 *
 * @example
 * ```ts
 * import { deepStrictEqual } from "node:assert";
 * import { inkImage } from "@lib/image/ink_image.ts";
 * import { normaliseLine } from "@lib/preprocess/ink/normalise_line.ts";
 * const bar = inkImage(8, 44, new Uint8Array(8 * 44).fill(255));
 * const line = normaliseLine(bar, { middle: 22, height: 34 });
 * deepStrictEqual([line.width, line.height], [15 + 4 + 15, 32]); // half as large, and paper beside it
 * ```
 */
export function normaliseLine(ink: InkImage, { middle, height }: LineBody): InkImage {
  checkGreyImage(ink, "normalise a line");
  if (!(height > 0)) {
    throw new RangeError(`Cannot normalise a line of height ${height}: must be above 0`);
  }
  const scale = lineBody / height;
  const side = (length: number): number => Math.max(1, Math.round(length * scale));
  const small = resample(ink, side(ink.width), side(ink.height));
  const top = Math.round(lineHeight / 2 - middle * scale);
  const placed = pad(small, {
    left: lineMargin,
    right: lineMargin,
    top,
    bottom: lineHeight - top - small.height,
  });
  return withFullInk(placed);
}

/** The same with levels from 0 to 255. */
function withFullInk(ink: InkImage): InkImage {
  let peak = 0;
  for (const level of ink.pixels) if (level > peak) peak = level;
  if (peak === 0 || peak === 255) return ink;
  return inkImage(ink.width, ink.height, ink.pixels.map((level) => Math.round(255 * level / peak)));
}
