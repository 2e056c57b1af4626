import { gzipSync } from "node:zlib";
import plotly from "plotly.js/dist/plotly-cartesian.min.js" with { type: "text" };
import { sha256 } from "../../base/sha256.ts";
import reading from "./script/reading.js" with { type: "text" };
import figures from "./script/figures.js" with { type: "text" };

/** The scripts of a page, and the hashes by which its policy lets them run, and no other. */
export interface PageScripts {
  /** To stand at the end of the page. */
  readonly html: string;
  /** Each as the policy writes it: `sha256-…`. */
  readonly hashes: readonly string[];
}

let packed: string | undefined;

/** The scripts that a page needs. With figures that answer there is Plotly, once and packed: a third
 * of its size, and nothing of it is read before a figure comes into view.
 *
 * @param body of the page
 */
export function pageScripts(body: string): PageScripts {
  const code = plotly as unknown as string;
  const texts = [reading as unknown as string];
  if (!body.includes(`class="stage live"`)) {
    return { html: scriptOf(texts[0]), hashes: texts.map(hashOf) };
  }
  texts.push(figures as unknown as string);
  packed ??= gzipSync(code, { level: 9 }).toBase64();
  const data = `<script type="text/plain" class="plotly">${packed}</script>\n`;
  return { html: data + texts.map(scriptOf).join(""), hashes: [...texts, code].map(hashOf) };
}

function scriptOf(text: string): string {
  return `<script>${text}</script>\n`;
}

function hashOf(script: string): string {
  const digest = sha256(new TextEncoder().encode(script));
  return `sha256-${Uint8Array.fromHex(digest).toBase64()}`;
}
