import { escapeHtml } from "../../base/escape_html.ts";

/** A heading of a page. */
export interface Heading {
  /** By which links find it. */
  readonly id: string;
  /** 1 to 6. */
  readonly depth: number;
  /** What it says, as HTML. */
  readonly html: string;
}

/** The headings of a page, each with an id of its own, and the contents that they make. */
export class Headings {
  readonly #prefix: string;
  readonly #found: Heading[] = [];
  readonly #ids = new Set<string>();

  /** @param prefix begins every id, so that several notebooks fit into a page */
  constructor(prefix = "") {
    this.#prefix = prefix;
  }

  /** Takes a heading in.
   *
   * @param text its words, of which the id is made
   * @returns the id
   */
  add(depth: number, text: string, html: string): string {
    const words = text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "");
    let id = this.#prefix + words;
    for (let count = 2; this.#ids.has(id); count++) id = `${this.#prefix}${words}-${count}`;
    this.#ids.add(id);
    this.#found.push({ id, depth, html });
    return id;
  }

  /** The headings of the second depth as a list of links; an empty text where there are none. */
  contents(): string {
    const items = this.#found.filter(({ depth }) => depth === 2).map(({ id, html }) =>
      `<li><a href="#${escapeHtml(id)}">${html}</a></li>`
    );
    return items.length === 0 ? "" : `<ol>\n${items.join("\n")}\n</ol>`;
  }
}
