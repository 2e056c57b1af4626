import type { Layout, Legend } from "plotly-types";

/** A legend in a row above the plotting area, at its left. The figure's margin must leave room for it:
 * 22 pixels a row.
 *
 * @param entryWidth pixels of each entry, so that several rows stand in columns
 */
export function legendAbove(entryWidth?: number): Pick<Layout, "showlegend" | "legend"> {
  const legend = { orientation: "h", x: 0, xanchor: "left", y: 1, yanchor: "bottom" } as const;
  const columns = entryWidth === undefined ? {} : { entrywidth: entryWidth };
  return { showlegend: true, legend: { ...legend, ...columns } as Partial<Legend> };
}
