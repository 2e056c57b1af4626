import { Marked, type Token } from "marked";
import type { Notebook } from "../jupyter/notebook.ts";

/** What a table of contents says of a notebook. */
export interface NotebookSummary {
  /** The first heading, as plain text. */
  readonly title: string;
  /** What the first paragraph below it begins with: as many sentences as make a line or so, as plain
   * text; empty where there is none. */
  readonly summary: string;
  /** How long it takes to read, in minutes: 200 words, 15 lines of code or 6 outputs a minute. */
  readonly minutes: number;
}

/** Title, summary and reading time of a notebook.
 *
 * @param fallback the title where the notebook has no heading
 */
export function summariseNotebook(notebook: Notebook, fallback: string): NotebookSummary {
  const tokens = notebook.cells.flatMap((cell) =>
    cell.cell_type === "markdown" ? [...new Marked().lexer(cell.source)] : []
  );
  const heading = tokens.findIndex(({ type }) => type === "heading");
  const paragraph = tokens.slice(heading + 1).find(({ type }) => type !== "space");
  return {
    title: heading < 0 ? fallback : plain(tokens[heading]),
    summary: paragraph?.type === "paragraph" ? firstLine(plain(paragraph)) : "",
    minutes: minutesOf(notebook),
  };
}

/** Whole sentences, together at least 60 characters if there are so many. */
function firstLine(text: string): string {
  return /^.{60,}?[.!?](?=\s|$)/su.exec(text)?.[0] ?? text;
}

function minutesOf({ cells }: Notebook): number {
  let minutes = 0;
  for (const cell of cells) {
    if (cell.cell_type === "code") {
      minutes += cell.source.split("\n").length / 15 + cell.outputs.length / 6;
    } else if (cell.cell_type === "markdown") {
      minutes += cell.source.split(/\s+/).length / 200;
    }
  }
  return Math.max(1, Math.round(minutes));
}

/** The words of a piece of Markdown without its signs. */
function plain(token: Token): string {
  if ("tokens" in token && token.tokens !== undefined) return token.tokens.map(plain).join("");
  if (token.type === "br") return " ";
  if (token.type === "html") return "";
  return unescape("text" in token ? String(token.text) : token.raw).replace(/\s+/g, " ");
}

/** Marked hands out some texts with the five entities that `escapeHtml` makes. */
function unescape(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'").replaceAll("&amp;", "&");
}
