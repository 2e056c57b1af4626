import { sha256 } from "../../base/sha256.ts";
import { pack } from "./pack.ts";
import { packedPlotly, plotlyCode } from "./plotly_code.ts";
import figures from "./script/figures.js" with { type: "text" };
import runPrograms from "./script/programs.js" with { type: "text" };
import reading from "./script/reading.js" with { type: "text" };
import unpack from "./script/unpack.js" with { type: "text" };

/** The scripts of a page, and the hashes by which its policy lets them run, and no other. */
export interface PageScripts {
  /** To stand at the end of the page. */
  readonly html: string;
  /** Each as the policy writes it: `sha256-…`. */
  readonly hashes: readonly string[];
}

/** The scripts that a page needs. Plotly, for figures that answer, and programs stand there packed: a third
 * of their size.
 *
 * @param body of the page
 * @param programs of its parts
 */
export function pageScripts(body: string, programs: readonly string[] = []): PageScripts {
  const hasFigures = body.includes(`<script type="application/json" class="figure">`);
  const texts = [reading];
  if (hasFigures || programs.length > 0) texts.push(unpack);
  if (hasFigures) texts.push(figures);
  if (programs.length > 0) texts.push(runPrograms);
  const data = programs.map((program) => {
    return `<script type="text/plain" class="program">${pack(program)}</script>\n`;
  });
  if (hasFigures) data.push(packedPlotly());
  const scripts = texts.map((text) => text as unknown as string);
  return {
    html: data.join("") + scripts.map(scriptOf).join(""),
    hashes: [...scripts, ...programs, ...(hasFigures ? [plotlyCode] : [])].map(hashOf),
  };
}

function scriptOf(text: string): string {
  return `<script>${text}</script>\n`;
}

function hashOf(script: string): string {
  const digest = sha256(new TextEncoder().encode(script));
  return `sha256-${Uint8Array.fromHex(digest).toBase64()}`;
}
