import type { Cell, CodeCell, Notebook } from "../jupyter/notebook.ts";
import { isTagged } from "../jupyter/is_tagged.ts";
import { highlight } from "./highlight.ts";
import { markdown, type ProsePlace } from "./markdown.ts";
import { Numbering, outputHtml } from "./output_html.ts";

/** How a notebook is laid out. */
export interface NotebookLayout extends ProsePlace {
  /** Whether code is hidden until it is asked for. */
  readonly isFolded?: boolean;
  /** HTML that follows the cells of a tag. */
  readonly afterTag?: Readonly<Record<string, string>>;
}

/** The cells of an executed notebook as HTML: prose, code, figures and printed results.
 *
 * @returns the first cell, where it is prose (title, and what the reader learns), and all others
 */
export function notebookHtml(
  { cells }: Notebook,
  layout: NotebookLayout,
): { readonly opening: string | undefined; readonly rest: string } {
  const [first] = cells;
  const opening = first?.cell_type === "markdown" ? markdown(first.source, layout) : undefined;
  const numbering = new Numbering();
  const rest = cells.slice(opening === undefined ? 0 : 1)
    .flatMap((cell) => [cellHtml(cell, numbering, layout), ...partsAfter(cell, layout)])
    .filter((html) => html !== "");
  return { opening, rest: rest.join("\n") };
}

function partsAfter(cell: Cell, { afterTag = {} }: NotebookLayout): string[] {
  return Object.entries(afterTag).filter(([tag]) => isTagged(cell, tag)).map(([, html]) => html);
}

function cellHtml(cell: Cell, numbering: Numbering, layout: NotebookLayout): string {
  switch (cell.cell_type) {
    case "markdown":
      return `<section class="prose">\n${markdown(cell.source, layout)}</section>`;
    case "code":
      return codeHtml(cell, numbering, layout);
    case "raw":
      return "";
  }
}

function codeHtml(
  cell: CodeCell,
  numbering: Numbering,
  { isFolded = false }: NotebookLayout,
): string {
  if (!/\S/.test(cell.source)) return "";
  const count = cell.execution_count ?? " ";
  const outputs = cell.outputs.map((output) => outputHtml(output, numbering));
  return `<section class="cell">
<details${isFolded ? "" : " open"}><summary><span class="count">[${count}]</span>` +
    `<span class="hint">code</span></summary>
<pre class="source"><code>${highlight(cell.source.trimEnd())}</code></pre></details>
${outputs.join("\n")}
</section>`;
}
