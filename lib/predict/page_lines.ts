import { connectedComponents } from "../preprocess/connected_components.ts";
import type { GreyImage } from "../preprocess/grey_image.ts";
import { isolate } from "../preprocess/isolate.ts";
import { writingHeight } from "../preprocess/writing_height.ts";
import type { DigitInk } from "./digit_ink.ts";
import { textLines } from "./text_lines.ts";

/** The marks of a page, line by line. */
export interface PageLines {
  /** From top to bottom, in each from left to right. */
  readonly lines: readonly (readonly DigitInk[])[];
  /** Of the writing, in pixels. */
  readonly height: number;
}

/** Most marks on a page. */
const mostMarks = 2000;

/** Lower writing cannot be read. */
const leastHeight = 6;

/** Smaller marks, as a part of the writing's height, are specks. */
const speck = 0.12;

/** The faintest ink that connects two strokes. */
const leastLink = 48;

/** Finds the marks on a page, its connected components, and sorts them into lines. Specks are left
 * out.
 *
 * @param ink 0 paper to 255 full stroke
 * @throws {RangeError} if there are more than 2,000 marks
 */
export function pageLines(ink: GreyImage): PageLines {
  const { labels, components } = connectedComponents(ink, leastLink);
  const height = writingHeight(components);
  if (height < leastHeight) return { lines: [], height };
  const marks = components.filter((mark) => Math.max(mark.width, mark.height) >= speck * height);
  if (marks.length > mostMarks) {
    throw new RangeError(
      `Cannot read the page: found ${marks.length} marks, wanted at most ${mostMarks}; ` +
        "cut out the part that is to be read",
    );
  }
  const lines = textLines(marks, height).map((line) =>
    line.map((mark) => {
      const { x, y, width, height } = mark;
      return { box: { x, y, width, height }, ink: isolate(ink, labels, mark) };
    })
  );
  return { lines, height };
}
