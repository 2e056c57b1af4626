/** From the ink of a page to its lines of marks.
 *
 * @module
 */
import { type Box, boxAround } from "../../image/box.ts";
import type { BoxedInk } from "../../image/boxed_ink.ts";
import type { Component } from "../../image/connected_components.ts";
import { isolate } from "../../image/isolate.ts";
import type { Writing } from "../../preprocess/writing/writing.ts";
import { pageLimits } from "./limits.ts";
import { type TablePlace, tableRows } from "./table_rows.ts";
import { textLines } from "./text_lines.ts";

/** Marks that are read together: a line of writing, or the writing in some cells of a table's row. */
export interface MarkLine {
  /** From left to right, at least one. */
  readonly marks: readonly BoxedInk[];
  /** Which cells it is in; missing beside tables. */
  readonly cells?: TablePlace;
}

/** The marks of a page, line by line. */
export interface PageLines {
  /** From top to bottom; in a row of a table from left to right. */
  readonly lines: readonly MarkLine[];
  /** Of the writing, in pixels. */
  readonly height: number;
}

/** Sorts the marks of what is written on a page into lines; those in the cells of tables cell by cell.
 * Specks are left out.
 *
 * @throws {RangeError} if the marks have room for more than 2,000 digits, or lie over each other all
 * over the page
 *
 * @example
 * ```ts
 * import { lightImage } from "@lib/image/light_image.ts";
 * import { findWriting } from "@lib/preprocess/writing/find_writing.ts";
 * import { pageLines } from "@lib/predict/segment/page_lines.ts";
 * import { deepStrictEqual } from "node:assert";
 * const page = lightImage(60, 40, new Uint8Array(2400).fill(230));
 * for (let y = 5; y < 25; y++) page.pixels.fill(20, 60 * y + 20, 60 * y + 22);
 * for (let y = 5; y < 25; y++) page.pixels.fill(20, 60 * y + 40, 60 * y + 42);
 * const { lines, height } = pageLines(findWriting(page)); // two strokes beside each other
 * deepStrictEqual([lines.length, lines[0].marks.length, height], [1, 2, 20]);
 * ```
 */
export function pageLines({ ink, marks, height, cells }: Writing): PageLines {
  const { leastHeight, speck } = pageLimits;
  if (height < leastHeight) return { lines: [], height };
  const all = marks.components.filter((mark) => {
    return Math.max(mark.width, mark.height) >= speck * height;
  });
  checkMarks(all, height);
  const { rows, others } = tableRows(all, cells, height);
  const boxed = (mark: Component): BoxedInk => {
    const { x, y, width, height } = mark;
    const box = { x, y, width, height };
    return { box, ink: isolate(ink, marks, [mark], box) };
  };
  const inRows = rows.map(({ marks: own, place }): MarkLine => {
    return { marks: own.map(boxed), cells: place };
  });
  const free = textLines(others, height).map((line): MarkLine => ({ marks: line.map(boxed) }));
  return { lines: inOrder([...inRows, ...free]), height };
}

/** From top to bottom; the cells of a row stay together. */
function inOrder(lines: readonly MarkLine[]): MarkLine[] {
  const tops = new Map<string, number>();
  const rowOf = ({ cells }: MarkLine): string | undefined => {
    return cells && `${cells.table} ${cells.row}`;
  };
  const middle = ({ marks }: MarkLine): number => {
    const { y, height } = boxAround(marks.map(({ box }) => box));
    return y + height / 2;
  };
  for (const line of lines) {
    const row = rowOf(line);
    if (row !== undefined && !tops.has(row)) tops.set(row, middle(line));
  }
  const place = (line: MarkLine): number => tops.get(rowOf(line) ?? "") ?? middle(line);
  return lines.toSorted((a, b) => {
    return place(a) - place(b) || (a.cells?.first ?? 0) - (b.cells?.first ?? 0);
  });
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
