import type { TextFile } from "./project_files.ts";
import { proseOf } from "./source_text.ts";

// Written with brackets, so that this file itself holds none of them.
const nowhere: Readonly<Record<string, RegExp>> = {
  "a path of one machine":
    /(?<![\w.:/-])\/(?:wor[k]|hom[e]|roo[t]|User[s]|tm[p])\/[\w.]|\b[A-Z]:\\User[s]/,
  "a package registry's host": /\bregistr[y]\.[a-z][\w-]*\.[a-z]+|\bnp[m]\.jsr\.io|"tarbal[l]":/,
  "an unfinished thought": /\b(?:TO[D]O|FIXM[E]|XX[X])\b/,
};

/** What American spelling writes otherwise, as stems. */
const american = new RegExp(
  "\\b(?:" + [
    "(?:(?:un|re|de)?(?:normali|standardi|initiali|visuali|optimi|recogni|summari|minimi|maximi" +
    "|regulari|generali|organi|seriali|emphasi|utili|categori|quanti|vectori)z|analyz)\\w*",
    "center(?:s|ed|ing)?",
    "gray(?:s|scale)?",
    "(?:dis)?color\\w*",
    "(?:behavior|neighbor|favor)\\w*",
    "(?:label|model|cancel|travel)(?:ed|ing)",
  ].join("|") + ")\\b",
  "gi",
);

/** What stands in a text file of the project and must not; empty if nothing. */
export function wordFaults({ path, text }: TextFile): string[] {
  return text.split("\n").flatMap((line, index) =>
    Object.entries(nowhere).flatMap(([what, pattern]) => {
      const found = line.match(pattern);
      return found === null ? [] : [`${path}:${index + 1}: ${what}, "${found[0]}"`];
    })
  );
}

/** The words of a Markdown text's prose that are not spelt the British way. Code is not looked at:
 * names of other people's interfaces stand there, in backticks. */
export function spellingFaults(path: string, markdown: string): string[] {
  return (proseOf(markdown).match(american) ?? []).map((word) => `${path}: "${word}"`);
}
