import { escapeHtml } from "../../base/escape_html.ts";
import type { Headline } from "./headlines.ts";
import { headlinesHtml } from "./headlines_html.ts";
import { page } from "./page.ts";
import type { NotebookSummary } from "./summarise_notebook.ts";

/** A report as the index lists it. */
export interface IndexEntry extends NotebookSummary {
  /** The notebook's file name without its ending, `03_train`. */
  readonly name: string;
  /** How long the run took. */
  readonly seconds: number;
}

/** A page, or a place on one, where the reader does something. */
export interface TryLink {
  readonly href: string;
  /** What is done there, in a few words. */
  readonly words: string;
}

/** The page that leads to the reports: the results in a few numbers, then one entry a notebook.
 *
 * @param title of the page
 * @param entries in reading order
 * @param options.headlines the results, best made by `headlines`
 * @param options.note what the run was: profile, versions
 * @param options.tries where the reader may do something
 * @param options.hasBook whether `book.html`, all of them in one, lies beside it
 */
export function indexPage(
  title: string,
  entries: readonly IndexEntry[],
  { headlines = [], note = "", tries = [], hasBook = false }: {
    readonly headlines?: readonly Headline[];
    readonly note?: string;
    readonly tries?: readonly TryLink[];
    readonly hasBook?: boolean;
  } = {},
): string {
  return page(
    title,
    `<main class="index">
<header><h1>${escapeHtml(title)}</h1>
${note === "" ? "" : `<p class="note">${escapeHtml(note)}</p>`}</header>
${headlinesHtml(headlines)}${triesHtml(tries)}<ol class="contents">
${entries.map(entryHtml).join("\n")}
</ol>${hasBook ? `\n<p class="book-link"><a href="book.html">All in one page</a></p>` : ""}
</main>`,
  );
}

function triesHtml(tries: readonly TryLink[]): string {
  if (tries.length === 0) return "";
  const links = tries.map(({ href, words }) => {
    return `<a href="${escapeHtml(href)}">${escapeHtml(words)}</a>`;
  });
  return `<p class="tries">${links.join("\n")}</p>\n`;
}

function entryHtml({ name, title, summary, minutes, seconds }: IndexEntry): string {
  // The file name begins with the number, and the title may repeat it.
  const number = /^0*(\d+)/.exec(name)?.[1] ?? "";
  const words = title.replace(/^\d+[.:]\s+/, "");
  return `<li><a href="${escapeHtml(name)}.html"><i>${number}</i><b>${escapeHtml(words)}</b>
<span>${escapeHtml(summary)}</span>
<small>${minutes} min to read · ran in ${seconds.toFixed(1)} s</small></a></li>`;
}
