import type { Layout } from "plotly-types";
import type { Box } from "../../image/box.ts";

/** Marks places of a figure that a report shows large when the pointer is on them: small images, or
 * pictures with small things on them.
 *
 * @param layout of the figure; its margins tell where the plotting area begins
 * @param boxes in the coordinates of `pixelAxes`
 * @returns the layout with its `meta.closeups`, in pixels from the figure's top left corner
 */
export function withCloseups(layout: Partial<Layout>, boxes: readonly Box[]): Partial<Layout> {
  const { l = 0, t = 0 } = layout.margin ?? {};
  const closeups = boxes.map(({ x, y, width, height }) => ({
    x: Math.round(l + x),
    y: Math.round(t + y),
    width: Math.round(width),
    height: Math.round(height),
  }));
  return { ...layout, ...{ meta: { closeups } } };
}
