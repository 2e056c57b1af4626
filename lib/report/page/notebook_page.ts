/** A notebook as a page of HTML.
 *
 * @module
 */

import { escapeHtml } from "../../base/escape_html.ts";
import { highlight } from "./highlight.ts";
import { Headings } from "./headings.ts";
import type { Notebook } from "../jupyter/notebook.ts";
import { notebookHtml } from "./notebook_html.ts";
import { page } from "./page.ts";
import type { PagePart } from "./page_part.ts";
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
  /** Variables that were set from outside, by their names. */
  readonly parameters?: Readonly<Record<string, unknown>>;
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
 * printed results. The first cell, with title and what the reader learns, becomes the header.
 *
 * @param options.isFolded whether code is hidden until it is asked for
 * @param options.parts by the tag of the cell that each follows
 */
export function notebookPage(
  notebook: Notebook,
  facts: RunFacts,
  { isFolded = false, parts = {} }: {
    readonly isFolded?: boolean;
    readonly parts?: Readonly<Record<string, PagePart>>;
  } = {},
): string {
  const { title, minutes } = summariseNotebook(notebook, facts.name);
  const headings = new Headings();
  const { opening, rest } = notebookHtml(notebook, {
    ...{ isFolded, headings },
    afterTag: Object.fromEntries(Object.entries(parts).map(([tag, { html }]) => [tag, html])),
  });
  return page(
    title,
    `<nav class="top" aria-label="Reports"><a href="index.html">All reports</a></nav>
<main>
<header>
${opening ?? `<h1>${escapeHtml(title)}</h1>\n`}${factsHtml(facts, minutes)}
</header>
${contentsHtml(headings)}${rest}
</main>
${footerHtml(facts)}`,
    Object.values(parts),
  );
}

function contentsHtml(headings: Headings): string {
  const list = headings.contents();
  if (list === "") return "";
  return `<nav class="toc" aria-label="Contents"><details><summary>Contents</summary>
${list}
</details></nav>
`;
}

function factsHtml(facts: RunFacts, minutes: number): string {
  const items = [
    ["Reading time", `${minutes} min`],
    ["Profile", facts.profile],
    ["Seed", String(facts.seed)],
    ...Object.entries(facts.parameters ?? {}).map(([name, value]) => [name, String(value)]),
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

function footerHtml({ before, after }: RunFacts): string {
  const link = (way: string, report: ReportLink | undefined): string =>
    report === undefined
      ? "<span></span>"
      : `<a class="${way}" href="${escapeHtml(report.name)}.html">${escapeHtml(report.title)}</a>`;
  return `<nav class="bottom" aria-label="Before and after">${link("before", before)}${
    link("after", after)
  }</nav>`;
}
