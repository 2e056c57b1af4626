import type { Rng } from "@lib/base/rng.ts";
import type { Dataset } from "@lib/download/dataset.ts";
import type { InkImage } from "@lib/image/ink_image.ts";
import { mnistDigit } from "./mnist_digit.ts";
import { strokeDigit, type StrokeStyle } from "./stroke_digit.ts";

/** Who writes the digits of one page: all in one pen. */
export interface Hand {
  /** Height of a digit, in pixels. */
  readonly height: number;
  /** Width of the pen, in pixels. */
  readonly pen: number;
  /** Writes a digit.
   *
   * @returns its ink without bare paper around it
   */
  readonly write: (digit: number, rng: Rng) => InkImage;
}

/** How a hand writes, where chance is not to decide. */
export interface HandStyle {
  /** Whether digits are drawn in even strokes, not taken from the data set. */
  readonly isDrawn?: boolean;
  /** Of the strokes, as a part of the digit's height, at least 1 pixel; between 0.05 and 0.11 by default. */
  readonly pen?: number;
  readonly ways?: NonNullable<StrokeStyle["ways"]>;
  readonly lean?: StrokeStyle["lean"];
  readonly shake?: StrokeStyle["shake"];
  readonly passes?: NonNullable<StrokeStyle["passes"]>;
}

/** Draws whose hand writes a page: someone's of the data set, or one of even strokes.
 *
 * @param height of its digits, in pixels
 */
export function drawHand(
  dataset: Dataset,
  height: number,
  rng: Rng,
  { isDrawn = rng.uniform() < 0.5, pen: part = rng.between(0.05, 0.11), ...own }: HandStyle = {},
): Hand {
  if (!isDrawn) return writtenHand(dataset, height, rng);
  const pen = Math.max(1, part * height);
  const style: StrokeStyle = {
    pen,
    lean: rng.between(-0.05, 0.15),
    breadth: rng.between(0.5, 0.68),
    shake: rng.between(0.004, 0.018),
    ...own,
  };
  const write: Hand["write"] = (digit, each) =>
    strokeDigit(digit, height * each.between(0.95, 1.05) - pen, style, each);
  return { height, pen, write };
}

function writtenHand(dataset: Dataset, height: number, rng: Rng): Hand {
  const threshold = rng.between(0.34, 0.48);
  const tilt = rng.between(-4, 6);
  const write: Hand["write"] = (digit, each) => {
    const pen = { threshold, angle: tilt + each.between(-2, 2) };
    return mnistDigit(dataset, digit, height * each.between(0.94, 1.06), pen, each);
  };
  return { height, pen: 0.1 * height, write };
}
