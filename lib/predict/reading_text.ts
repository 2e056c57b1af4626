/** What was read, in words for a terminal.
 *
 * @module
 */
import { percent } from "../base/format.ts";
import type { ReadDigit } from "./read_digit.ts";
import type { Reading } from "./read_image.ts";
import { type ReadLine, writtenText } from "./read_line.ts";

/** Columns of the longest bar. */
const barLength = 24;

/** What stands for an empty cell. */
const emptyCell = "·";

/** A reading in words: of one digit the probability of every class, of a number the digits with their confidence,
 * line by line, and of a table its rows of cells, each with the confidence of all its digits. Signs between the
 * digits are written with them. At the end stands how many marks were left out.
 *
 * @param file what was read
 *
 * @example
 * ```ts
 * import { readingText } from "@lib/predict/reading_text.ts";
 * import { strictEqual } from "node:assert";
 * const nothing = {
 *   ...{ text: "", written: "", digits: [], lines: [], rejected: [] },
 *   ...{ confidence: 0, turned: 0 as const },
 * } as const;
 * strictEqual(readingText("blank.png", nothing), "blank.png: nothing to read");
 * ```
 */
export function readingText(file: string, reading: Reading): string {
  const { head, notes, body } = described(reading);
  const said = reading.turned === 0 ? notes : [...notes, `turned by ${reading.turned}°`];
  const remark = said.length === 0 ? "" : ` (${said.join(", ")})`;
  return [`${file}: ${head}${remark}`, ...body, ...leftOut(reading.rejected.length)].join("\n");
}

interface Description {
  readonly head: string;
  /** What follows in brackets. */
  readonly notes: readonly string[];
  readonly body: readonly string[];
}

function described({ written, digits, lines, rows = [] }: Reading): Description {
  if (digits.length === 0) return { head: "nothing to read", notes: [], body: [] };
  if (digits.length === 1) {
    return { head: written, notes: [percent(digits[0].confidence)], body: bars(digits[0]) };
  }
  const { body, others } = tableBody(rows, lines);
  const lineCount = `${others.length} ${others.length === 1 ? "line" : "lines"}`;
  if (rows.length > 0) {
    const rowCount = `${rows.length} ${rows.length === 1 ? "row" : "rows"} of cells`;
    const head = others.length === 0 ? rowCount : `${rowCount}, ${lineCount}`;
    return { head, notes: [], body: [...body, ...others.map(namedLine)] };
  }
  if (lines.length === 1) return { head: written, notes: [], body: [`  ${confidences(lines[0])}`] };
  return { head: lineCount, notes: [], body: lines.map(namedLine) };
}

function namedLine(line: ReadLine): string {
  return `  ${writtenText(line)}: ${confidences(line)}`;
}

function confidences({ digits }: ReadLine): string {
  return digits.map(({ digit, confidence }) => `${digit} ${percent(confidence)}`).join("  ");
}

/** The rows of tables in aligned columns, and the lines that are in none of them. */
function tableBody(
  rows: readonly (readonly string[])[],
  lines: readonly ReadLine[],
): { readonly body: string[]; readonly others: ReadLine[] } {
  const others = [...lines];
  const widths: number[] = [];
  for (const cells of rows) {
    cells.forEach((cell, i) => widths[i] = Math.max(widths[i] ?? 1, cell.length));
  }
  const body = rows.map((cells) => {
    const digits = cells.join("").replace(/\D/g, "");
    const at = digits === "" ? -1 : others.findIndex((line) => textOf(line) === digits);
    const [own] = at < 0 ? [] : others.splice(at, 1);
    const padded = widths.map((width, i) => {
      return (i < cells.length ? cells[i] || emptyCell : "").padStart(width);
    });
    return `  ${padded.join("  ")}   ${own ? percent(own.confidence).padStart(8) : ""}`.trimEnd();
  });
  return { body, others };
}

function textOf({ digits }: ReadLine): string {
  return digits.map(({ digit }) => digit).join("");
}

function bars({ probabilities }: ReadDigit): string[] {
  return Array.from(probabilities, (probability, digit) => {
    const bar = "█".repeat(Math.round(probability * barLength));
    return `  ${digit} ${percent(probability).padStart(7)} ${bar}`.trimEnd();
  });
}

function leftOut(count: number): string[] {
  if (count === 0) return [];
  return [`  ${count} ${count === 1 ? "mark" : "marks"} left out: see --json or --annotate`];
}
