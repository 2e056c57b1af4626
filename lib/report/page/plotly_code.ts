import { gzipSync } from "node:zlib";
import plotly from "plotly.js/dist/plotly-cartesian.min.js" with { type: "text" };

/** Plotly as a script: what `figures.js` runs. */
export const plotlyCode = plotly as unknown as string;

let packed: string | undefined;

/** Plotly as a page holds it, once: packed, a third of its size, so that nothing of it is parsed before
 * a figure comes into view. */
export function packedPlotly(): string {
  packed ??= gzipSync(plotlyCode, { level: 9 }).toBase64();
  return `<script type="text/plain" class="plotly">${packed}</script>\n`;
}
