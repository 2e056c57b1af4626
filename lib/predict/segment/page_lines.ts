/** From the ink of a page to its lines of marks.
 *
 * @module
 */
import type { Box } from "../../image/box.ts";
import { connectedComponents } from "../../image/connected_components.ts";
import { isolate } from "../../image/isolate.ts";
import { writingHeight } from "../../preprocess/writing/writing_height.ts";
import type { BoxedInk } from "../../image/boxed_ink.ts";
import { pageLimits } from "./limits.ts";
import { textLines } from "./text_lines.ts";
import type { InkImage } from "../../image/ink_image.ts";

/** The marks of a page, line by line. */
export interface PageLines {
  /** From top to bottom, in each from left to right. */
  readonly lines: readonly (readonly BoxedInk[])[];
  /** Of the writing, in pixels. */
  readonly height: number;
}

/** Finds the marks on a page, its connected components, and sorts them into lines. Specks are left
 * out.
 *
 * @throws {RangeError} if the marks have room for more than 2,000 digits, or lie over each other all
 * over the page
 *
 * @example
 * ```ts
 * import { inkImage } from "@lib/image/ink_image.ts";
 * import { pageLines } from "@lib/predict/segment/page_lines.ts";
 * import { deepStrictEqual } from "node:assert";
 * const page = inkImage(40, 30);
 * for (let y = 5; y < 25; y++) page.pixels[40 * y + 10] = page.pixels[40 * y + 30] = 255;
 * const { lines, height } = pageLines(page); // two strokes beside each other
 * deepStrictEqual([lines.length, lines[0].length, height], [1, 2, 20]);
 * ```
 */
export function pageLines(ink: InkImage): PageLines {
  const { leastLink, leastHeight, speck } = pageLimits;
  const { labels, components } = connectedComponents(ink, leastLink);
  const height = writingHeight(components);
  if (height < leastHeight) return { lines: [], height };
  const marks = components.filter((mark) => Math.max(mark.width, mark.height) >= speck * height);
  checkMarks(marks, height);
  const lines = textLines(marks, height).map((line) =>
    line.map((mark) => {
      const { x, y, width, height } = mark;
      const box = { x, y, width, height };
      return { box, ink: isolate(ink, labels, [mark], box) };
    })
  );
  return { lines, height };
}

function checkMarks(marks: readonly Box[], height: number): void {
  const { mostDigits, mostPixels } = pageLimits;
  let [digits, pixels] = [0, 0];
  for (const mark of marks) {
    const area = mark.width * mark.height;
    digits += Math.max(1, area / height ** 2); // several touching digits are one mark
    pixels += area;
  }
  if (digits <= mostDigits && pixels <= mostPixels) return;
  const [found, wanted] = digits > mostDigits
    ? [`marks with room for ${Math.round(digits)} digits`, String(mostDigits)]
    : [`marks in boxes of ${(pixels / 1e6).toFixed(1)} megapixels`, String(mostPixels / 1e6)];
  throw new RangeError(
    `Cannot read the page: found ${found}, wanted at most ${wanted}; ` +
      "cut out the part that is to be read",
  );
}
