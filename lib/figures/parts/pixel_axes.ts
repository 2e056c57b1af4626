import type { Layout } from "plotly-types";

/** Two hidden axes that measure in pixels of the screen, from the top left corner: for pictures.
 *
 * @param width pixels of the plotting area
 * @param height pixels of the plotting area
 */
export function pixelAxes(width: number, height: number): Pick<Layout, "xaxis" | "yaxis"> {
  const hidden = { visible: false, fixedrange: true, autorange: false } as const;
  return { xaxis: { ...hidden, range: [0, width] }, yaxis: { ...hidden, range: [height, 0] } };
}
