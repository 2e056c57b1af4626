import type { Reading } from "../../predict/read_image.ts";

/** A reading as `--json` prints it, numbers rounded to six places.
 *
 * @param file the name of the file, or of the page
 */
export function readingJson(file: string, reading: Reading): Record<string, unknown> {
  const { text, written, confidence, digits, lines, rejected, turned, rows } = reading;
  const list = digits.map(({ digit, confidence, box }) => ({
    digit,
    confidence: rounded(confidence),
    box,
  }));
  const separators = lines.flatMap((line, i) => {
    return line.separators.map(({ sign, box, after }) => ({ sign, line: i, after, box }));
  });
  return {
    file,
    text,
    written,
    confidence: rounded(confidence),
    turned,
    digits: list,
    separators,
    alternatives: lines.map(({ alternatives = [] }) => {
      return alternatives.map(({ text, odds }) => ({ text, odds: rounded(odds) }));
    }),
    rejected,
    ...(rows && { rows }),
  };
}

function rounded(share: number): number {
  return Number(share.toFixed(6));
}
