import { Marked, type Tokens } from "marked";
import { escapeHtml } from "../../base/escape_html.ts";
import type { Headings } from "./headings.ts";
import { highlight } from "./highlight.ts";

/** Where a piece of prose stands. */
export interface ProsePlace {
  /** Takes in the headings, which then get ids and anchors; without it they get none. */
  readonly headings?: Headings;
  /** The address of another notebook's report; `NAME.html` beside this page where it is missing.
   *
   * @param name the notebook's, without its ending, with the folders that stood before it
   * @param id of a heading there, or an empty text */
  readonly reportAt?: (name: string, id: string) => string;
}

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
export function markdown(source: string, place: ProsePlace = {}): string {
  const { headings, reportAt = besideThis } = place;
  const marked = new Marked({
    renderer: {
      heading({ tokens, depth, text }: Tokens.Heading): string {
        const html = this.parser.parseInline(tokens);
        if (headings === undefined) return `<h${depth}>${html}</h${depth}>\n`;
        const id = escapeHtml(headings.add(depth, text, html));
        const anchor = depth === 1
          ? ""
          : ` <a class="anchor" href="#${id}" aria-label="Link to this section"></a>`;
        return `<h${depth} id="${id}">${html}${anchor}</h${depth}>\n`;
      },
      code({ text, lang }: Tokens.Code): string {
        return `<pre class="block"><code>${highlight(text, lang ?? "")}</code></pre>\n`;
      },
      link({ href, title, tokens }: Tokens.Link): string {
        const words = title ? ` title="${escapeHtml(title)}"` : "";
        const html = this.parser.parseInline(tokens);
        return `<a href="${escapeHtml(reportOf(href, reportAt))}"${words}>${html}</a>`;
      },
    },
  });
  return marked.parse(source, { async: false });
}

/** `02_preprocess.ipynb#split` → what stands for it; other addresses stay. */
function reportOf(href: string, reportAt: NonNullable<ProsePlace["reportAt"]>): string {
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(href)) return href;
  const [, name, id = ""] = /^([^#]*)\.ipynb(?:#(.*))?$/.exec(href) ?? [];
  return name === undefined ? href : reportAt(name, id);
}

function besideThis(name: string, id: string): string {
  return `${name}.html${id === "" ? "" : `#${id}`}`;
}
