import { thousands } from "../base/format.ts";
import { sum } from "../base/statistics.ts";
import { axis } from "./parts/axis.ts";
import { baseLayout } from "./parts/base_layout.ts";
import type { Figure } from "./parts/figure.ts";
import { percent } from "./parts/percent.ts";
import { theme } from "./parts/theme.ts";

/** How many pixels have each grey level, on a logarithmic scale.
 *
 * @param counts `[256]`, pixels of grey level 0 (paper) to 255 (ink)
 * @throws {RangeError} if there are not 256 counts, or all are zero
 */
export function pixelHistogramFigure(counts: ArrayLike<number>): Figure {
  const bars = Array.from(counts);
  const total = sum(bars);
  if (bars.length !== 256 || !(total > 0)) {
    throw new RangeError(
      `Cannot draw a pixel histogram: found ${bars.length} counts of ${total} pixels, ` +
        `wanted 256 counts and at least one pixel`,
    );
  }
  const paper = bars[0] / total;
  const ink = sum(bars.slice(250)) / total;
  return {
    data: [{
      type: "bar",
      x: bars.map((_, level) => level),
      y: bars.map((count) => count > 0 ? count : null),
      width: 1,
      marker: {
        color: bars.map((_, level) => level === 0 ? theme.accent : theme.categories[0]),
        line: { width: 0 },
      },
      hovertemplate: "grey level %{x}: %{y:,} pixels<extra></extra>",
    }],
    layout: {
      ...baseLayout({
        title: `${percent(paper, 0)} of all pixels are blank paper, ` +
          `${percent(ink, 0)} are full ink`,
        subtitle: `${thousands(total)} pixels by grey level; full ink is 250 and above. ` +
          `Each grid line is ten times the one below`,
        plotHeight: 280,
        margin: { left: 104 },
      }),
      xaxis: axis("grey level (0 = paper, 255 = ink)", {
        range: [-4, 259],
        tickvals: [0, 50, 100, 150, 200, 255],
        showgrid: false,
        ticks: "outside",
      }),
      yaxis: axis("pixels (logarithmic)", {
        type: "log",
        dtick: 1,
        tickformat: ",.0f",
        range: [
          Math.floor(Math.log10(Math.min(...bars.filter((count) => count > 0))) - 0.01),
          Math.log10(Math.max(...bars)) + 0.1,
        ],
      }),
      bargap: 0,
    },
  };
}
