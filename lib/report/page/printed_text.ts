import { stripVTControlCharacters } from "node:util";

/** What a terminal would show of a text in the end: colours dropped, lines that were written over
 * gone. */
export function printedText(text: string): string {
  return stripVTControlCharacters(text).replace(/^.*\r(?!\n|$)/gm, "").replace(/\r?\n$/, "");
}
