import hljs from "highlight.js/lib/core";
import bash from "highlight.js/lib/languages/bash";
import json from "highlight.js/lib/languages/json";
import typescript from "highlight.js/lib/languages/typescript";
import { escapeHtml } from "../../base/escape_html.ts";

hljs.registerLanguage("typescript", typescript);
hljs.registerLanguage("bash", bash);
hljs.registerLanguage("json", json);

/** Source code as HTML whose words have the classes of highlight.js.
 *
 * @param language one of TypeScript, Bash, JSON by any of their usual names; other code stays plain
 */
export function highlight(source: string, language = "typescript"): string {
  if (hljs.getLanguage(language) === undefined) return escapeHtml(source);
  return hljs.highlight(source, { language, ignoreIllegals: true }).value;
}
