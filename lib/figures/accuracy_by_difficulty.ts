import type { Data } from "plotly-types";
import { mean } from "../base/statistics.ts";
import { axis } from "./parts/axis.ts";
import { baseLayout } from "./parts/base_layout.ts";
import type { Figure } from "./parts/figure.ts";
import { legendAbove } from "./parts/legend_above.ts";
import { percent } from "./parts/percent.ts";
import { theme } from "./parts/theme.ts";

/** From the easiest level to the hardest. */
const shades = [theme.pale, theme.categories[4], theme.categories[0]];

/** What share of images of each kind was read exactly right, as bars: one a level of difficulty.
 *
 * @param shares 0 to 1, by kind and by level; the levels of all kinds are those of the first, from
 * the easiest to the hardest, three at most
 * @throws {RangeError} if there is no kind or level, more than three levels, or a share is missing
 * or outside 0 to 1
 */
export function accuracyByDifficulty(
  shares: Readonly<Record<string, Readonly<Record<string, number>>>>,
): Figure {
  const kinds = Object.keys(shares);
  const levels = Object.keys(shares[kinds[0]] ?? {});
  if (levels.length === 0 || levels.length > shades.length) {
    throw new RangeError(
      `Cannot draw accuracies: found ${levels.length} levels of difficulty, wanted 1 to 3`,
    );
  }
  for (const kind of kinds) {
    for (const level of levels) {
      const share = shares[kind][level];
      if (share >= 0 && share <= 1) continue;
      throw new RangeError(
        `Cannot draw the accuracy on "${kind}", "${level}": found ${share}, wanted 0 to 1`,
      );
    }
  }
  const means = kinds.map((kind) => mean(levels.map((level) => shares[kind][level])));
  const worst = means.indexOf(Math.min(...means));
  return {
    data: levels.map((level, index): Partial<Data> => ({
      type: "bar",
      orientation: "h",
      name: level,
      y: kinds,
      x: kinds.map((kind) => 100 * shares[kind][level]),
      marker: { color: shades[shades.length - levels.length + index] },
      text: kinds.map((kind) => percent(shares[kind][level], 0)),
      textposition: "outside",
      textangle: 0,
      cliponaxis: false,
      hoverinfo: "skip",
    })),
    layout: {
      ...baseLayout({
        title: kinds.length === 1
          ? `${percent(means[0], 0)} are read exactly right`
          : `“${kinds[worst]}” is the hardest: ${percent(means[worst], 0)} are read exactly right`,
        plotHeight: kinds.length * (18 * levels.length + 14),
        margin: { top: 26, left: 90, right: 70 },
      }),
      xaxis: axis("read exactly right (%)", { range: [0, 100], nticks: 6, ticks: "outside" }),
      yaxis: axis("what is on the image", {
        type: "category",
        autorange: "reversed",
        showgrid: false,
        ticks: "",
      }),
      barmode: "group",
      bargap: 0.2,
      bargroupgap: 0.05,
      ...legendAbove(),
    },
  };
}
