/** A notebook as a page of HTML.
 *
 * @module
 */

import { escapeHtml } from "../../base/escape_html.ts";
import { highlight } from "./highlight.ts";
import { markdown } from "./markdown.ts";
import type { Cell, CodeCell, Notebook } from "../jupyter/notebook.ts";
import { Numbering, outputHtml } from "./output_html.ts";
import { page } from "./page.ts";
import { summariseNotebook } from "./summarise_notebook.ts";

/** What a report says of the run that it shows. */
export interface RunFacts {
  /** The notebook's file name without its ending, `03_train`. */
  readonly name: string;
  readonly profile: string;
  readonly seed: number;
  /** How long the run took. */
  readonly seconds: number;
  /** What it ran on: `[["Deno", "2.9.6"], …]`. */
  readonly versions: readonly (readonly [name: string, version: string])[];
  /** The commands that make this report again. */
  readonly commands: readonly string[];
  /** The reports before and after this one, where there are any. */
  readonly before?: ReportLink;
  readonly after?: ReportLink;
}

/** A report that another links to. */
export interface ReportLink {
  /** The notebook's file name without its ending. */
  readonly name: string;
  readonly title: string;
}

/** An executed notebook as one HTML file that needs nothing from outside: prose, code, figures and
 * printed results. The first cell, with title and what the reader learns, becomes the header. */
export function notebookPage(notebook: Notebook, facts: RunFacts): string {
  const { title, minutes } = summariseNotebook(notebook, facts.name);
  const [first, ...rest] = notebook.cells;
  const isTitled = first?.cell_type === "markdown";
  const numbering = new Numbering();
  const cells = (isTitled ? rest : notebook.cells).map((cell) => cellHtml(cell, numbering));
  const opening = isTitled ? markdown(first.source) : `<h1>${escapeHtml(title)}</h1>\n`;
  return page(
    title,
    `<nav class="top"><a href="index.html">All reports</a></nav>
<main>
<header>
${opening}${factsHtml(facts, minutes)}
</header>
${cells.filter((html) => html !== "").join("\n")}
</main>
${footerHtml(facts)}`,
  );
}

function factsHtml(facts: RunFacts, minutes: number): string {
  const items = [
    ["Reading time", `${minutes} min`],
    ["Profile", facts.profile],
    ["Seed", String(facts.seed)],
    ...facts.versions,
    ["Run time", `${facts.seconds.toFixed(1)} s`],
  ];
  const list = items.map(([name, value]) =>
    `<div><dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd></div>`
  );
  const commands = highlight(facts.commands.join("\n"), "bash");
  return `<dl class="facts">${list.join("")}</dl>
<p class="reproduce">To make this report again:</p>
<pre class="block"><code>${commands}</code></pre>`;
}

function cellHtml(cell: Cell, numbering: Numbering): string {
  switch (cell.cell_type) {
    case "markdown":
      return `<section class="prose">\n${markdown(cell.source)}</section>`;
    case "code":
      return codeHtml(cell, numbering);
    case "raw":
      return "";
  }
}

function codeHtml(cell: CodeCell, numbering: Numbering): string {
  if (!/\S/.test(cell.source)) return "";
  const count = cell.execution_count ?? " ";
  const outputs = cell.outputs.map((output) => outputHtml(output, numbering));
  return `<section class="cell">
<details open><summary><span class="count">[${count}]</span><span class="hint">code</span></summary>
<pre class="source"><code>${highlight(cell.source.trimEnd())}</code></pre></details>
${outputs.join("\n")}
</section>`;
}

function footerHtml({ before, after }: RunFacts): string {
  const link = (way: string, report: ReportLink | undefined): string =>
    report === undefined
      ? "<span></span>"
      : `<a class="${way}" href="${escapeHtml(report.name)}.html">${escapeHtml(report.title)}</a>`;
  return `<nav class="bottom">${link("before", before)}${link("after", after)}</nav>`;
}
