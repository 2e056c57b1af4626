/** Figures that change while a cell runs.
 *
 * @module
 */

import type { Figure } from "../../figures/parts/figure.ts";
import { figureTitle } from "../../figures/parts/figure_title.ts";
import { bringPlotly } from "./bring_plotly.ts";
import { sendDisplay } from "./send_display.ts";
import { figureDisplay } from "./figure_display.ts";
import { renderSvg } from "../svg/render_svg.ts";
import { Throttle } from "./throttle.ts";

/** The least time between two drawings of a live figure, in milliseconds. */
const interval = 500;

/** A figure in a notebook that changes in place. */
export interface LiveFigure {
  /** Draws the new state; where the last drawing is less than half a second old, a little later, and
   * only the newest of several. May be called after every step. */
  update(figure: Figure): Promise<void>;
  /** Draws what was given last, at once. To be awaited at the end of the cell. */
  finish(): Promise<void>;
}

/** Shows a figure below the running cell of a notebook, to be updated while the cell runs.
 *
 * @param options.caption a sentence for below the figure
 * @throws {Error} outside a notebook
 */
export async function liveFigure(
  figure: Figure,
  options: { caption?: string } = {},
): Promise<LiveFigure> {
  await bringPlotly(figureTitle(figure));
  const id = crypto.randomUUID();
  let update = false;
  const drawing = new Throttle<Figure>(async (current) => {
    const display = figureDisplay(current, await renderSvg(current), options.caption);
    await sendDisplay(display, { id, update });
    update = true;
  }, interval);
  await drawing.push(figure);
  return {
    update: (current) => drawing.push(current),
    finish: () => drawing.flush(),
  };
}
