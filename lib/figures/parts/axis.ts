import type { LayoutAxis } from "plotly-types";
import { theme } from "./theme.ts";

/** An axis in the look of all figures: named, with quiet grid lines, to be zoomed
 * where it measures; not where it names classes.
 *
 * @param title what it shows, with the unit in brackets: "learning rate", "loss (nats)"
 * @param more what is different about this one
 */
export function axis(title: string, more: Partial<LayoutAxis> = {}): Partial<LayoutAxis> {
  return {
    title: { text: title, standoff: 10, font: { size: theme.font.size, color: theme.muted } },
    // Plotly.validate() objects to the colour of what is not drawn.
    ...(more.showgrid === false ? {} : { gridcolor: theme.faint }),
    ...(more.ticks === "outside" ? { tickcolor: theme.muted } : { ticklabelstandoff: 5 }),
    tickfont: { color: theme.ink },
    zeroline: false,
    fixedrange: more.type === "category",
    ...more,
  };
}
