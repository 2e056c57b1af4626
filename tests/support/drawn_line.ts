import { type Point, strokeMark } from "./stroke_mark.ts";
import type { Rng } from "@lib/base/rng.ts";
import type { BoxedInk } from "@lib/image/boxed_ink.ts";

/** Of a drawn digit, in pixels. */
export const height = 40;

/** Row of the page on which digits stand. */
const base = 140;

/** How a line is written. */
export interface Hand {
  /** Columns to the right for each row upwards. */
  readonly lean: number;
  readonly pen: number;
}

/** A hand at random. */
export function drawHand(rng: Rng): Hand {
  return { lean: rng.between(-0.1, 0.4), pen: rng.between(2, 5) };
}

/** Shapes of digits in parts of their height: right of their left side, up from their foot. */
const shapes: Readonly<Record<string, readonly Point[]>> = {
  0: [[0.3, 0], [0.05, 0.3], [0.05, 0.7], [0.3, 1], [0.55, 0.7], [0.55, 0.3], [0.3, 0]],
  4: [[0.4, 0], [0.4, 1], [0, 0.35], [0.6, 0.35]],
  7: [[0, 1], [0.5, 1], [0.35, 0]],
  8: [[0.3, 0.5], [0.1, 0.75], [0.3, 1], [0.5, 0.75], [0.3, 0.5], [0.05, 0.25], [0.3, 0], [
    0.55,
    0.25,
  ], [0.3, 0.5]],
};

/** A digit, or a straight stroke for `1` and `/`. */
function mark(
  points: readonly Point[],
  x: number,
  { lean, pen }: Hand,
  size = 1,
): BoxedInk {
  const place = ([right, up]: Point): Point => {
    return [x + (right + lean * up) * size * height, base - up * size * height];
  };
  return strokeMark(pen, points.map(place));
}

/** Writes digits and slashes side by side, each as one mark.
 *
 * @param text of the digits 0, 1, 4, 7 and 8, and slashes
 * @param slash how far a slash leans beyond the rest, and how long it is, in heights of a digit
 */
export function writeLine(
  text: string,
  hand: Hand,
  rng: Rng,
  slash: () => { readonly lean: number; readonly size: number },
): BoxedInk[] {
  let x = 40;
  return [...text].map((letter) => {
    const { lean, size } = letter === "/"
      ? slash()
      : { lean: rng.between(-0.05, 0.05), size: rng.between(0.97, 1.03) };
    const own = { ...hand, lean: hand.lean + lean };
    const drawn = mark(shapes[letter] ?? [[0, 0], [0, 1]], x, own, size);
    x = drawn.box.x + drawn.box.width + 8;
    return drawn;
  });
}
