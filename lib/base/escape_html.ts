/** Text that goes into HTML.
 *
 * @module
 */

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** A text as HTML shows it, inside an element or a quoted attribute.
 *
 * @example
 * ```ts
 * import { escapeHtml } from "@lib/base/escape_html.ts";
 * import { strictEqual } from "node:assert";
 * strictEqual(`<b>${escapeHtml("4 < 9 & 9")}</b>`, "<b>4 &lt; 9 &amp; 9</b>");
 * ```
 */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character]);
}
