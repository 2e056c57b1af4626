import { Marked, type Tokens } from "marked";
import { escapeHtml } from "../../base/escape_html.ts";
import { highlight } from "./highlight.ts";

/** Prose of a notebook as HTML: headings get ids to link to, code is highlighted, links between
 * notebooks become links between their reports.
 *
 * @example
 * ```ts
 * import { markdown } from "@lib/report/page/markdown.ts";
 * const html = markdown("On to [training](03_train.ipynb).");
 * if (!html.includes(`href="03_train.html"`)) throw new Error(html);
 * ```
 */
export function markdown(source: string): string {
  return marked.parse(source, { async: false });
}

const marked = new Marked({
  renderer: {
    heading({ tokens, depth, text }: Tokens.Heading): string {
      const id = text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "");
      const html = this.parser.parseInline(tokens);
      return `<h${depth} id="${escapeHtml(id)}">${html}</h${depth}>\n`;
    },
    code({ text, lang }: Tokens.Code): string {
      return `<pre class="block"><code>${highlight(text, lang ?? "")}</code></pre>\n`;
    },
    link({ href, title, tokens }: Tokens.Link): string {
      const words = title ? ` title="${escapeHtml(title)}"` : "";
      const html = this.parser.parseInline(tokens);
      return `<a href="${escapeHtml(reportOf(href))}"${words}>${html}</a>`;
    },
  },
});

/** `02_preprocess.ipynb#split` → `02_preprocess.html#split`; other addresses stay. */
function reportOf(href: string): string {
  return /^[a-z][a-z0-9+.-]*:|^\/\//i.test(href) ? href : href.replace(/\.ipynb(?=$|#)/, ".html");
}
