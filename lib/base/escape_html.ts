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
 * if (escapeHtml("a < b") !== "a &lt; b") throw new Error("not escaped");
 * ```
 */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character]);
}
