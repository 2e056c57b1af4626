import { proseOf } from "./source_text.ts";

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

/** The words of a Markdown text's prose that are not spelt the British way. Code is not looked at:
 * names of other people's interfaces stand there, in backticks. */
export function spellingFaults(path: string, markdown: string): string[] {
  return (proseOf(markdown).match(american) ?? []).map((word) => `${path}: "${word}"`);
}
