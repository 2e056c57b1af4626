/** Cutting touching digits apart, in more pieces than there are digits.
 *
 * @module
 */
import { strokeWidth } from "../../image/stroke_width.ts";
import { cutAlong, type CutPiece } from "./cut_along.ts";
import type { BoxedInk } from "../../image/boxed_ink.ts";
import { cutLimits } from "./limits.ts";
import { findSeams } from "./find_seams.ts";

/** A line of writing in more pieces than it has digits. */
export interface SegmentedLine {
  /** From left to right. */
  readonly pieces: readonly CutPiece[];
  /** `[pieces + 1]`, what parting the line left of each piece costs: that of the seams there, in
   * strokes crossed; 0 between marks. */
  readonly prices: Float32Array;
  /** `[pieces + 1]`, how probable it is by the shape of the mark that nothing should be parted left of
   * each piece, 0 to 1; 0 between marks. */
  readonly doubts: Float32Array;
}

/** Cuts the marks of a line wherever touching digits may part (over-segmentation: Casey and
 * Lecolinet, 1996, https://doi.org/10.1109/34.506792).
 *
 * @param marks of an upright line
 * @param height of the writing, in pixels
 * @param isWhole tells by its place which mark is left as it is
 *
 * @example
 * ```ts
 * import { boxedInk } from "@lib/image/boxed_ink.ts";
 * import { inkImage } from "@lib/image/ink_image.ts";
 * import { overSegment } from "@lib/predict/segment/over_segment.ts";
 * import { strictEqual } from "node:assert";
 * const ink = inkImage(40, 40); // two bars, and a bridge between them
 * ink.pixels.forEach((_, i) => {
 *   const [x, y] = [i % 40, Math.floor(i / 40)];
 *   if (x < 6 || x > 33 || (y > 17 && y < 23)) ink.pixels[i] = 255;
 * });
 * const { pieces, prices } = overSegment([boxedInk(ink)], 40);
 * strictEqual(pieces.length > 1, true);
 * strictEqual(prices.length, pieces.length + 1);
 * ```
 */
export function overSegment(
  marks: readonly BoxedInk[],
  height: number,
  isWhole: (mark: number) => boolean = () => false,
): SegmentedLine {
  const cut = marks.flatMap((mark, from) =>
    (isWhole(from) ? [{ ...mark, cutCost: 0 }] : cutMark(mark, height)).map((piece) => ({
      ...piece,
      from,
    }))
  );
  const middle = ({ box }: BoxedInk): number => box.x + box.width / 2;
  cut.sort((a, b) => middle(a) - middle(b));
  const prices = new Float32Array(cut.length + 1);
  const doubts = new Float32Array(cut.length + 1);
  const last = new Map<number, number>();
  cut.forEach(({ from, cutCost }, i) => {
    // The seam runs between this piece and the one before it of the same mark.
    const before = last.get(from);
    for (let k = (before ?? i) + 1; k <= i; k++) {
      prices[k] += cutCost;
      doubts[k] = Math.max(doubts[k], doubtOfCutting(marks[from]));
    }
    last.set(from, i);
  });
  return { pieces: cut, prices, doubts };
}

/** The probability that a mark is not of touching digits, by its shape: they make a mark wider than high,
 * a letter seldom does. */
function doubtOfCutting({ box }: BoxedInk): number {
  const { undecided, spread } = cutLimits;
  return 1 / (1 + Math.exp((box.width / box.height - undecided) / spread));
}

function cutMark(mark: BoxedInk, height: number): CutPiece[] {
  const { box, ink } = mark;
  const { narrow, apart, seamsPerHeight, mostExpensive, thickest } = cutLimits;
  if (box.width < narrow * height || box.height < narrow * height) return [{ ...mark, cutCost: 0 }];
  // What is thicker was not written; seams through it would cost no more than through a stroke.
  const stroke = Math.min(strokeWidth(ink), thickest * box.height);
  const seams = findSeams(ink, {
    stroke,
    apart: apart * height,
    cost: mostExpensive,
    count: Math.ceil((box.width / height) * seamsPerHeight),
  });
  return cutAlong(mark, seams, stroke);
}
