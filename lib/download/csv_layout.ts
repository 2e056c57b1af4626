import { pixelsPerImage } from "../image/digit_size.ts";
import { describeContent } from "./describe_content.ts";

/** How the rows of a CSV file of images are written. */
export interface CsvLayout {
  /** The byte between two columns. */
  readonly separator: number;
  /** The column of the labels, counted from 0; all others are pixels. */
  readonly labelAt: number;
  /** Whether the first line names the columns. */
  readonly isHeader: boolean;
}

const labelName = /^(label|labels|class|digit|target|y)$/i;

/** Tells the layout of a CSV file by its first line: names of columns, or the first image.
 *
 * @param line without its end
 * @param name the file's, for messages
 * @throws {TypeError} if it is not a line of 785 columns, one of them labels
 */
export function csvLayout(line: Uint8Array, name: string): CsvLayout {
  const content = describeContent(line);
  if (content !== undefined && content.found !== "text") {
    throw new TypeError(
      `Cannot read ${name}: found ${content.found}, wanted a CSV file; ${content.advice}`,
    );
  }
  const text = new TextDecoder().decode(line); // without a byte order mark
  const separator = [",", ";", "\t"].find((mark) => text.includes(mark)) ?? ",";
  const fields = text.split(separator).map((field) => field.trim().replaceAll('"', ""));
  const label = fields.findIndex((field) => labelName.test(field));
  checkColumns(fields.length, label, name);
  const isHeader = /[a-z]/i.test(text) || fields.every((field, i) => field === String(i));
  return { separator: separator.charCodeAt(0), labelAt: Math.max(0, label), isHeader };
}

function checkColumns(found: number, label: number, name: string): void {
  const wanted = pixelsPerImage + 1;
  const start = `Cannot read ${name}: found ${found} ${found === 1 ? "column" : "columns"}`;
  if (found === pixelsPerImage && label < 0) {
    throw new TypeError(
      `${start}, pixels without labels, as in Kaggle's test.csv, wanted ${wanted} with the label ` +
        "first; move the file elsewhere: without it, some training images are kept for testing",
    );
  }
  if (found === wanted) return;
  const hint = found === wanted + 1 ? "; is one of them an index? Save the file without it" : "";
  throw new TypeError(`${start}, wanted ${wanted}: the label and 784 pixels${hint}`);
}
