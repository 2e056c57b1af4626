/** A figure of a line that is read without being cut.
 *
 * @module
 */

import { bestColumns } from "../backend/ctc/best_columns.ts";
import type { InkImage } from "../image/ink_image.ts";
import { axis } from "./parts/axis.ts";
import { baseLayout } from "./parts/base_layout.ts";
import type { Figure } from "./parts/figure.ts";
import { pngDataUrl } from "./parts/png_data_url.ts";
import { theme } from "./parts/theme.ts";

/** The ten digits and the blank. */
const classes = 11;

/** Pixels of the line between two columns, and how many each sees. */
const [pitch, seen] = [2, 30];

/** Screen pixels of a row of the heat map, and the room left and right of it. */
const [row, left] = [17, 76];

/** The ink of a line, and below it what the line reader says at each place: how probable each digit is
 * there, and the blank. The title has what best path decoding makes of it.
 *
 * @param line as the line reader gets it
 * @param columns `[columns, 11]`, probabilities, two pixels apart; the first sees the first 30 pixels. Those
 * whose middle is beyond the line are not drawn
 * @throws {RangeError} if there is no ink image, no column, or a probability is outside 0 to 1
 *
 * @example
 * ```ts
 * import { lineColumns } from "@lib/figures/line_columns.ts";
 * import { figureTitle } from "@lib/figures/parts/figure_title.ts";
 * import { inkImage } from "@lib/image/ink_image.ts";
 * import { match } from "node:assert";
 * const columns = new Float32Array(5 * 11);
 * [10, 7, 7, 10, 7].forEach((label, i) => columns[11 * i + label] = 1);
 * match(figureTitle(lineColumns(inkImage(40, 32), columns)), /reads as 77$/);
 * ```
 */
export function lineColumns(line: InkImage, columns: Float32Array): Figure {
  const count = columns.length / classes;
  if (!(line.width >= 1 && line.height >= 1) || !(count >= 1) || !Number.isInteger(count)) {
    throw new RangeError(
      `Cannot draw the columns of a line: found ${line.width} × ${line.height} pixels and ` +
        `${columns.length} probabilities, wanted some pixels and ${classes} for each column`,
    );
  }
  const wrong = columns.find((share) => !(share >= 0 && share <= 1));
  if (wrong !== undefined) {
    throw new RangeError(`Cannot draw probability ${wrong} of a column: must be 0 to 1`);
  }
  const middles = Array.from({ length: count }, (_, i) => pitch * i + seen / 2)
    .filter((x) => x <= line.width);
  const labels = Array.from({ length: classes }, (_, k) => k === classes - 1 ? "blank" : `${k}`);
  const text = bestColumns(columns, classes).join("");
  const room = theme.width - left - theme.padding;
  const inkHeight = Math.round(room * line.height / line.width);
  const mapHeight = row * classes;
  const plotHeight = inkHeight + 10 + mapHeight;
  return {
    data: [{
      type: "heatmap",
      x: middles,
      y: labels,
      z: labels.map((_, k) => middles.map((_, i) => columns[i * classes + k])),
      zmin: 0,
      zmax: 1,
      // From light to dark, so that it also reads in grey print.
      colorscale: theme.cividis.map(([at, color]) => [1 - at, color] as [number, string]).reverse(),
      showscale: false,
      xgap: 1,
      ygap: 1,
      hovertemplate: "%{y} at pixel %{x}: %{z:.2f}<extra></extra>",
    }],
    layout: {
      ...baseLayout({
        title: text === ""
          ? "Every column is blank"
          : `Column by column, the line reads as ${text}`,
        subtitle: "The darker, the more probable is a digit's middle at this place, or none",
        plotHeight,
        margin: { left, right: theme.padding },
      }),
      xaxis: axis("place in the line (pixels)", { range: [0, line.width], showgrid: false }),
      yaxis: axis("class", {
        type: "category",
        categoryorder: "array",
        categoryarray: labels,
        range: [classes - 0.5, -0.5],
        domain: [0, mapHeight / plotHeight],
        showgrid: false,
        ticks: "",
        tickvals: labels,
      }),
      images: [{
        source: pngDataUrl({
          width: line.width,
          height: line.height,
          pixels: line.pixels.map((level) => 255 - level),
          channels: 1,
        }, 8),
        xref: "x",
        yref: "paper",
        x: 0,
        y: 1,
        sizex: line.width,
        sizey: inkHeight / plotHeight,
        sizing: "stretch",
        layer: "below",
      }],
    },
  };
}
