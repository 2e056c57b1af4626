/** Figures in a notebook.
 *
 * @module
 */

import type { Figure } from "../../figures/parts/figure.ts";
import { figureTitle } from "../../figures/parts/figure_title.ts";
import { bringPlotly } from "./bring_plotly.ts";
import { sendDisplay } from "./send_display.ts";
import { figureDisplay } from "./figure_display.ts";
import { renderSvg } from "../svg/render_svg.ts";

/** Shows a figure below the running cell of a notebook.
 *
 * In a notebook: `await show(classHistogram(labels), { caption: "Every digit is there." })`.
 *
 * @param options.caption a sentence for below the figure
 * @throws {Error} outside a notebook
 */
export async function show(figure: Figure, options: { caption?: string } = {}): Promise<void> {
  await bringPlotly(figureTitle(figure));
  await sendDisplay(figureDisplay(figure, await renderSvg(figure), options.caption));
}
