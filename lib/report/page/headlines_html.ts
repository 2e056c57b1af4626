import { escapeHtml } from "../../base/escape_html.ts";
import type { Headline } from "./headlines.ts";

/** Results in a few numbers; an empty text where there are none. */
export function headlinesHtml(headlines: readonly Headline[]): string {
  const tiles = headlines.map(({ label, value, note }) =>
    `<div><dt>${escapeHtml(label)}</dt><dd>${escapeHtml(value)}</dd>` +
    `<dd class="note">${escapeHtml(note)}</dd></div>`
  );
  return tiles.length === 0 ? "" : `<dl class="headlines">${tiles.join("")}</dl>\n`;
}
