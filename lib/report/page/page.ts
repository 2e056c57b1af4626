import { escapeHtml } from "../../base/escape_html.ts";
import type { PagePart } from "./page_part.ts";
import { pageScripts } from "./page_scripts.ts";
import code from "./style/code.css" with { type: "text" };
import contents from "./style/contents.css" with { type: "text" };
import figures from "./style/figures.css" with { type: "text" };
import header from "./style/header.css" with { type: "text" };
import index from "./style/index.css" with { type: "text" };
import base from "./style/page.css" with { type: "text" };
import outputs from "./style/outputs.css" with { type: "text" };
import print from "./style/print.css" with { type: "text" };
import stage from "./style/stage.css" with { type: "text" };

const style = [base, header, code, contents, outputs, figures, stage, index, print].join("\n");

/** A whole HTML page: self-contained, and forbidden by its own policy to load anything, or to run
 * anything but the scripts that it holds.
 *
 * @param title of the browser's window, plain text
 * @param body HTML
 * @param parts whose HTML stands in the body, and which need more than that
 */
export function page(title: string, body: string, parts: readonly PagePart[] = []): string {
  const { html: scripts, hashes } = pageScripts(body, parts.map(({ program }) => program));
  const scriptSources = hashes.map((hash) => `'${hash}'`);
  if (parts.length > 0) scriptSources.push("'wasm-unsafe-eval'");
  // Plotly paints what it hands out as PNG by way of a blob; no script gets in by those.
  const policy = [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    "img-src data: blob:",
    `script-src ${scriptSources.join(" ")}`,
    ...(parts.some(({ hasWorkers }) => hasWorkers) ? ["worker-src blob:"] : []),
  ].join("; ");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${escapeHtml(title)}</title>
<style>
${[style, ...parts.map((part) => part.style)].join("\n")}</style>
</head>
<body>
${body}
${scripts}</body>
</html>
`;
}
