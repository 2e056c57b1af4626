import { escapeHtml } from "../../base/escape_html.ts";
import code from "./style/code.css" with { type: "text" };
import header from "./style/header.css" with { type: "text" };
import index from "./style/index.css" with { type: "text" };
import base from "./style/page.css" with { type: "text" };
import outputs from "./style/outputs.css" with { type: "text" };
import print from "./style/print.css" with { type: "text" };

const style = [base, header, code, outputs, index, print].join("\n");

/** A whole HTML page: self-contained, and forbidden by its own policy to load or run anything.
 *
 * @param title of the browser's window, plain text
 * @param body HTML
 */
export function page(title: string, body: string): string {
  const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${escapeHtml(title)}</title>
<style>
${style}</style>
</head>
<body>
${body}
</body>
</html>
`;
}
