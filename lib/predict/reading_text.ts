/** What was read, in words for a terminal.
 *
 * @module
 */
import { percent } from "../base/format.ts";
import type { ReadDigit } from "./read_digit.ts";
import type { Reading } from "./read_image.ts";

/** Columns of the longest bar. */
const barLength = 24;

/** A reading in words: of one digit the probability of every class, of a number the digits with
 * their confidence, line by line.
 *
 * @param file what was read
 *
 * @example
 * ```ts
 * import { readingText } from "@lib/predict/reading_text.ts";
 * import { strictEqual } from "node:assert";
 * const nothing = { text: "", digits: [], confidence: 0 };
 * strictEqual(readingText("blank.png", nothing), "blank.png: nothing to read");
 * ```
 */
export function readingText(file: string, { text, digits }: Reading): string {
  if (digits.length === 0) return `${file}: nothing to read`;
  if (digits.length === 1) {
    return [`${file}: ${text} (${percent(digits[0].confidence)})`, ...bars(digits[0])].join("\n");
  }
  const lines = text.split("\n");
  const header = lines.length === 1 ? `${file}: ${text}` : `${file}: ${lines.length} lines`;
  let next = 0;
  const rows = lines.map((line) => {
    const list = digits.slice(next, next += line.length);
    const sure = list.map(({ digit, confidence }) => `${digit} ${percent(confidence)}`).join("  ");
    return `  ${lines.length === 1 ? "" : `${line}: `}${sure}`;
  });
  return [header, ...rows].join("\n");
}

function bars({ probabilities }: ReadDigit): string[] {
  return Array.from(probabilities, (probability, digit) => {
    const bar = "█".repeat(Math.round(probability * barLength));
    return `  ${digit} ${percent(probability).padStart(7)} ${bar}`.trimEnd();
  });
}
