import { escapeHtml } from "../../base/escape_html.ts";
import type { Notebook } from "../jupyter/notebook.ts";
import { Headings } from "./headings.ts";
import type { Headline } from "./headlines.ts";
import { headlinesHtml } from "./headlines_html.ts";
import { notebookHtml } from "./notebook_html.ts";
import { page } from "./page.ts";
import { summariseNotebook } from "./summarise_notebook.ts";

/** A notebook of a book. */
export interface Chapter {
  /** The notebook's file name without its ending, `03_train`. */
  readonly name: string;
  /** The notebook with its outputs. */
  readonly notebook: Notebook;
}

/** Executed notebooks as one page that needs nothing from outside: title and results, the contents of
 * all of them, then one after the other. Links between the notebooks lead to their chapters.
 *
 * @param title of the book
 * @param chapters in reading order
 * @param options.headlines the results, best made by `headlines`
 * @param options.note what the run was: profile, versions
 * @param options.isFolded whether code is hidden until it is asked for
 */
export function bookPage(
  title: string,
  chapters: readonly Chapter[],
  { headlines = [], note = "", isFolded = false }: {
    readonly headlines?: readonly Headline[];
    readonly note?: string;
    readonly isFolded?: boolean;
  } = {},
): string {
  const names = new Set(chapters.map(({ name }) => name));
  const reportAt = (path: string, id: string): string => {
    const name = path.replace(/^.*\//, "");
    if (!names.has(name)) return `${path}.html${id === "" ? "" : `#${id}`}`;
    return `#${name}${id === "" ? "" : `-${id}`}`;
  };
  const parts = chapters.map(({ name, notebook }) => {
    const headings = new Headings(`${name}-`);
    const { opening, rest } = notebookHtml(notebook, { headings, reportAt, isFolded });
    const words = summariseNotebook(notebook, name).title;
    const head = opening ?? `<h1>${escapeHtml(words)}</h1>`;
    return {
      entry: `<li><a href="#${escapeHtml(name)}">${
        escapeHtml(words)
      }</a>${headings.contents()}</li>`,
      html: `<article id="${escapeHtml(name)}">
<header>
${asChapter(head)}</header>
${rest}
</article>`,
    };
  });
  return page(
    title,
    `<nav class="top" aria-label="Reports"><a href="index.html">All reports</a></nav>
<main class="book">
<header><h1>${escapeHtml(title)}</h1>
${note === "" ? "" : `<p class="note">${escapeHtml(note)}</p>`}</header>
${headlinesHtml(headlines)}<nav class="chapters" aria-label="Contents"><ol>
${parts.map(({ entry }) => entry).join("\n")}
</ol></nav>
${parts.map(({ html }) => html).join("\n")}
</main>`,
  );
}

/** A book has one title of the first depth; that of a chapter keeps its look. */
function asChapter(html: string): string {
  return html.replace(/<h1([^>]*)>(.*?)<\/h1>/gs, `<h2 class="chapter"$1>$2</h2>`);
}
