import { digitGallery } from "./digit_gallery.ts";
import type { Figure } from "./parts/figure.ts";
import { percent } from "./parts/percent.ts";

/** Neighbouring pieces of a line, and what a model says of them. */
export interface ClassifiedRun {
  /** The first piece. */
  readonly first: number;
  /** The piece after the last one. */
  readonly end: number;
  /** `[784]`, what the model saw: 0 is paper, 255 is ink. */
  readonly normalised: ArrayLike<number>;
  /** The most probable digit. */
  readonly digit: number;
  /** Its probability, 0 to 1. */
  readonly confidence: number;
  /** The probability that it is no digit, 0 to 1. */
  readonly nonDigit: number;
}

/** The candidates for the digits of a line as the model saw them, those of the best path framed:
 * under each its pieces, counted from 1, and the digit, or "none" where no digit is more probable.
 *
 * @param runs in the order of reading
 * @param path positions of the chosen ones
 * @throws {RangeError} if there is no candidate, or an image has not 784 pixels
 */
export function candidateGallery(
  runs: readonly ClassifiedRun[],
  path: readonly number[],
): Figure {
  if (runs.length === 0) {
    throw new RangeError("Cannot draw the candidates for digits: found none, wanted one");
  }
  return digitGallery(
    runs.map(({ first, end, normalised, digit, confidence, nonDigit }, i) => {
      const pieces = end > first + 1 ? `${first + 1}–${end}` : `${end}`;
      const read = nonDigit > confidence
        ? `none ${percent(nonDigit, 0)}`
        : `<b>${digit}</b> ${percent(confidence, 0)}`;
      return { pixels: normalised, caption: `${pieces}<br>${read}`, highlight: path.includes(i) };
    }),
    {
      title: `${runs.length} ${runs.length === 1 ? "candidate" : "candidates"}, ` +
        `${path.length} on the best path`,
      subtitle: "which pieces, and what was read",
      columns: Math.min(7, runs.length),
    },
  );
}
