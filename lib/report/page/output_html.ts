import { escapeHtml } from "../../base/escape_html.ts";
import { figureStage } from "./figure_stage.ts";
import { markdown } from "./markdown.ts";
import type { Bundle, Metadata, Output } from "../jupyter/notebook.ts";
import { progressOutput } from "../jupyter/progress_output.ts";
import { printedText } from "./printed_text.ts";

const plotlyType = "application/vnd.plotly.v1+json";

/** Gives the figures and the tables of a page their numbers. */
export class Numbering {
  #figures = 0;
  #tables = 0;

  /** `Figure 1`, `Figure 2`, … */
  figure(): string {
    return `Figure ${++this.#figures}`;
  }

  /** `Table 1`, `Table 2`, … */
  table(): string {
    return `Table ${++this.#tables}`;
  }
}

/** An output of a cell as HTML that needs nothing from outside: figures as pictures to be drawn over,
 * anything else in the best format that a page without scripts can show. */
export function outputHtml(output: Output, numbering: Numbering): string {
  switch (output.output_type) {
    case "stream":
      return `<pre class="output ${output.name}">${printed(output.text)}</pre>`;
    case "error": {
      const text = output.traceback.join("\n") || `${output.ename}: ${output.evalue}`;
      return `<pre class="output error">${printed(text)}</pre>`;
    }
    default:
      return shown(output.data, output.metadata, numbering);
  }
}

function shown(data: Bundle, metadata: Metadata, numbering: Numbering): string {
  const text = (type: string): string | undefined => {
    const value = data[type];
    return typeof value === "string" ? value : undefined;
  };
  const svg = text("image/svg+xml");
  if (svg !== undefined) {
    const stage = figureStage(svg, text("text/plain") ?? "Figure", data[plotlyType]);
    return figure(stage, metadata, numbering);
  }

  if (metadata.plotly === true) return ""; // A page brings its own.
  const progress = progressOutput(metadata);
  if (progress !== undefined) {
    if (progress.fraction === 1) return ""; // What is done needs no line of how far it is.
    return `<p class="progress">${escapeHtml(progress.text)}</p>`;
  }

  const html = text("text/html");
  if (html !== undefined) return `<div class="output html">${numbered(html, numbering)}</div>`;

  for (const type of ["image/png", "image/jpeg", "image/webp", "image/gif"]) {
    const base64 = text(type);
    if (base64 === undefined) continue;
    const label = escapeHtml(text("text/plain") ?? "Picture");
    const source = `data:${type};base64,${escapeHtml(base64.replace(/\s/g, ""))}`;
    return `<figure><div class="card"><img alt="${label}" src="${source}"></div></figure>`;
  }

  const prose = text("text/markdown");
  if (prose !== undefined) return `<div class="output">${markdown(prose)}</div>`;
  return `<pre class="output">${printed(text("text/plain") ?? "")}</pre>`;
}

function figure(
  stage: string,
  metadata: Metadata,
  numbering: Numbering,
): string {
  const { caption, title } = (metadata.figure ?? {}) as { caption?: string; title?: string };
  // Without a caption the number alone: the title stands in the picture, too small for a phone only.
  const number = numbering.figure();
  const finding = title === undefined ? "" : `<span class="finding">: ${escapeHtml(title)}</span>`;
  const words = caption === undefined
    ? `${number}${finding}`
    : `<b>${number}</b>. ${escapeHtml(caption)}`;
  return `<figure><div class="card">${stage}</div>` +
    `<figcaption>${words}</figcaption></figure>`;
}

/** Puts numbers into the captions of tables. */
function numbered(html: string, numbering: Numbering): string {
  return html.replaceAll("<caption>", () => `<caption><b>${numbering.table()}</b>. `);
}

function printed(text: string): string {
  return escapeHtml(printedText(text));
}
