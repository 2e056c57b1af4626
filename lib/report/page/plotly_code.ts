import plotly from "plotly.js/dist/plotly-cartesian.min.js" with { type: "text" };
import { pack } from "./pack.ts";

/** Plotly as a script: what `figures.js` runs. */
export const plotlyCode = plotly as unknown as string;

let packed: string | undefined;

/** Plotly as a page holds it, once: packed, so that nothing of it is parsed before a figure comes into
 * view. */
export function packedPlotly(): string {
  packed ??= pack(plotlyCode);
  return `<script type="text/plain" class="plotly">${packed}</script>\n`;
}
