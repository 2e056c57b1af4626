import { packedPlotly } from "../page/plotly_code.ts";
import figures from "../page/script/figures.js" with { type: "text" };
import unpack from "../page/script/unpack.js" with { type: "text" };
import style from "../page/style/stage.css" with { type: "text" };
import { type Display, sendDisplay } from "./send_display.ts";

let bearer: string | undefined;

/** Shows, below the cell with the first figure of a notebook and only there, what makes all its figures
 * answer: Plotly, packed, and the script that draws with it. Nothing of it is seen.
 *
 * @param title of the figure that is about to be shown. Where the first figure is shown again, so is
 * this: a cell that is run again loses what it showed before.
 * @throws {Error} outside a notebook
 */
export async function bringPlotly(title: string): Promise<void> {
  bearer ??= title;
  if (title === bearer) await sendDisplay(plotlyDisplay());
}

/** Plotly and its script as an output of a cell. */
export function plotlyDisplay(): Display {
  const sheet = JSON.stringify(style).replaceAll("<", "\\u003c");
  const addStyle =
    `document.head.appendChild(document.createElement("style")).textContent = ${sheet};`;
  return {
    data: {
      "text/html": `${packedPlotly()}<script>\n${addStyle}\n${unpack}\n${figures}</script>`,
      "text/plain": "",
    },
    metadata: { plotly: true },
  };
}
