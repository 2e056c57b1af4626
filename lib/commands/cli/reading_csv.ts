import { stringify } from "csv-stringify/sync";
import type { ReadDigit } from "../../predict/read_digit.ts";

/** What the table takes from a reading. */
interface Digits {
  readonly text: string;
  readonly digits: readonly Pick<ReadDigit, "confidence">[];
}

/** The first line of the table. */
export const csvHeader = csvOf([["file", "line", "text", "confidence"]]);

/** A reading as rows of a CSV table (RFC 4180, but with `\n` between the rows): one for each line of
 * writing, with its number from 1, and the product of its digits' confidences.
 *
 * @param file what was read
 * @returns empty where nothing was read
 */
export function readingCsv(file: string, { text, digits }: Digits): string {
  if (digits.length === 0) return "";
  let next = 0;
  return csvOf(
    text.split("\n").map((line, i) => {
      const count = line.match(/\d/g)?.length ?? 0;
      const confidence = digits.slice(next, next += count)
        .reduce((product, digit) => product * digit.confidence, 1);
      return [file, i + 1, line, confidence.toFixed(6)];
    }),
  );
}

function csvOf(rows: readonly (readonly (string | number)[])[]): string {
  return stringify(rows.map((row) => [...row])).trimEnd();
}
