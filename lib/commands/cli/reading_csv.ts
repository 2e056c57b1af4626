import { stringify } from "csv-stringify/sync";
import { type ReadLine, writtenText } from "../../predict/read_line.ts";

/** The first line of the table. */
export const csvHeader = csvOf([["file", "line", "text", "written", "confidence"]]);

/** A reading as rows of a CSV table (RFC 4180, but with `\n` between the rows): one for each line of
 * writing, with its number from 1, its digits, the same with the signs between them, and its confidence.
 *
 * @param file what was read
 * @returns empty where nothing was read
 */
export function readingCsv(
  file: string,
  { lines }: {
    readonly lines: readonly (Pick<ReadLine, "separators" | "confidence"> & {
      readonly digits: readonly { readonly digit: number }[];
    })[];
  },
): string {
  if (lines.length === 0) return "";
  return csvOf(lines.map((line, i) => {
    const text = line.digits.map(({ digit }) => digit).join("");
    return [file, i + 1, text, writtenText(line), line.confidence.toFixed(6)];
  }));
}

function csvOf(rows: readonly (readonly (string | number)[])[]): string {
  return stringify(rows.map((row) => [...row])).trimEnd();
}
