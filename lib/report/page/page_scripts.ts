import { sha256 } from "../../base/sha256.ts";
import { packedPlotly, plotlyCode } from "./plotly_code.ts";
import reading from "./script/reading.js" with { type: "text" };
import figures from "./script/figures.js" with { type: "text" };

/** The scripts of a page, and the hashes by which its policy lets them run, and no other. */
export interface PageScripts {
  /** To stand at the end of the page. */
  readonly html: string;
  /** Each as the policy writes it: `sha256-…`. */
  readonly hashes: readonly string[];
}

/** The scripts that a page needs; where figures answer, Plotly is among them.
 *
 * @param body of the page
 */
export function pageScripts(body: string): PageScripts {
  const texts = [reading as unknown as string];
  if (!body.includes(`<script type="application/json" class="figure">`)) {
    return { html: scriptOf(texts[0]), hashes: texts.map(hashOf) };
  }
  texts.push(figures as unknown as string);
  return {
    html: packedPlotly() + texts.map(scriptOf).join(""),
    hashes: [...texts, plotlyCode].map(hashOf),
  };
}

function scriptOf(text: string): string {
  return `<script>${text}</script>\n`;
}

function hashOf(script: string): string {
  const digest = sha256(new TextEncoder().encode(script));
  return `sha256-${Uint8Array.fromHex(digest).toBase64()}`;
}
