/** A line that was read: its digits, and what else is on it.
 *
 * @module
 */
import type { Box } from "../image/box.ts";
import type { Sign } from "./segment/signs.ts";
import type { ReadDigit } from "./read_digit.ts";

// Public, as `Separator` names it.
export type { Sign };

/** What stands between the digits of a line. */
export interface Separator {
  /** Which sign it is. */
  readonly sign: Sign;
  /** Where it is. */
  readonly box: Box;
  /** How many digits of the line stand before it. */
  readonly after: number;
}

/** A mark that is not in the text, and why. */
export interface RejectedMark {
  /** Where it is. */
  readonly box: Box;
  /** `"no digit"`: as high as a digit, and not read as one; `"object"`: far thicker than the strokes of the
   * page, such as a shadow or a bar; `"no number"`: on a line that is not read as a number. */
  readonly why: "no digit" | "object" | "no number";
}

/** Another reading of a line. */
export interface Alternative {
  /** Its digits. */
  readonly text: string;
  /** How probable it is, 0 to 1. */
  readonly odds: number;
}

/** A line of writing, or the writing in a cell of a table. */
export interface ReadLine {
  /** From left to right. */
  readonly digits: readonly ReadDigit[];
  /** From left to right. */
  readonly separators: readonly Separator[];
  /** From left to right. */
  readonly rejected: readonly RejectedMark[];
  /** That all of it is right, 0 to 1: weighed as a whole by the line reader, the product of the digits'
   * confidences without it; less where a mark or object of a digit's size beside them was left out, and where the
   * page may lie turned; 0 without digits. */
  readonly confidence: number;
  /** What it says else, the most probable first; missing where a line is read by its marks alone: without a line
   * reader, in the cells of a table, and where each mark is surely a digit and nothing is known of the line. */
  readonly alternatives?: readonly Alternative[];
}

/** The digits of a line with the signs between them, such as `21/12/1971`.
 *
 * @example
 * ```ts
 * import { writtenText } from "@lib/predict/read_line.ts";
 * import { strictEqual } from "node:assert";
 * const box = { x: 0, y: 0, width: 9, height: 20 };
 * const digits = [7, 5].map((digit) => ({ digit }));
 * strictEqual(writtenText({ digits, separators: [{ sign: ",", box, after: 1 }] }), "7,5");
 * ```
 */
export function writtenText(
  { digits, separators }: {
    readonly digits: readonly { readonly digit: number }[];
    readonly separators: readonly Separator[];
  },
): string {
  const signsAfter = (count: number): string => {
    return separators.filter(({ after }) => after === count).map(({ sign }) => sign).join("");
  };
  return signsAfter(0) + digits.map(({ digit }, i) => digit + signsAfter(i + 1)).join("");
}
