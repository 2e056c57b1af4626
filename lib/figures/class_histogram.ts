/** A figure of how often each digit occurs.
 *
 * @module
 */

import type { Data } from "plotly-types";
import { thousands } from "../base/format.ts";
import { axis } from "./parts/axis.ts";
import { baseLayout } from "./parts/base_layout.ts";
import type { Figure } from "./parts/figure.ts";
import { legendAbove } from "./parts/legend_above.ts";
import { percent } from "./parts/percent.ts";
import { theme } from "./parts/theme.ts";

/** How often each digit occurs: share of the set as bars, with the counts in them.
 *
 * @param trainLabels `[n]`, digits 0 to 9
 * @param testLabels `[m]`, digits 0 to 9; may be empty, then only the training set is drawn
 * @throws {RangeError} if there are no training labels, or a label is above 9
 *
 * @example
 * ```ts
 * import { classHistogram } from "@lib/figures/class_histogram.ts";
 * import { figureTitle } from "@lib/figures/parts/figure_title.ts";
 * import { match } from "node:assert";
 * const figure = classHistogram([0, 1, 1], []);
 * match(figureTitle(figure), /^1 is the most frequent/);
 * ```
 */
export function classHistogram(
  trainLabels: ArrayLike<number>,
  testLabels: ArrayLike<number>,
): Figure {
  if (trainLabels.length === 0) {
    throw new RangeError("Cannot draw the classes of an empty training set: wanted one label");
  }
  const sets = [
    { name: "training", counts: countsOf(trainLabels), total: trainLabels.length },
    { name: "test", counts: countsOf(testLabels), total: testLabels.length },
  ].filter(({ total }) => total > 0);
  const [{ counts, total }] = sets;
  const most = counts.indexOf(Math.max(...counts));
  const least = counts.indexOf(Math.min(...counts));
  const even = counts[most] < 0.15 * total && counts[least] > 0.05 * total;
  return {
    data: sets.map(({ name, counts, total }, index): Partial<Data> => ({
      type: "bar",
      name: `${name} set, ${thousands(total)} images`,
      x: counts.map((_, digit) => String(digit)),
      y: counts.map((count) => 100 * count / total),
      marker: { color: theme.categories[index] },
      text: counts.map((count) => thousands(count)),
      textposition: "inside",
      insidetextanchor: "end",
      textangle: -90,
      textfont: { size: theme.font.smallSize, color: index === 0 ? theme.paper : theme.ink },
      hovertemplate: "%{x}: %{y:.2f} % (%{text})<extra></extra>",
    })),
    layout: {
      ...baseLayout({
        title: (even ? "Every digit is about a tenth of the data: " : "") +
          `${most} is the most frequent (${percent(counts[most] / total)}), ` +
          `${least} the rarest (${percent(counts[least] / total)})`,
        plotHeight: 300,
        margin: { top: 24 },
      }),
      xaxis: axis("digit", { type: "category", showgrid: false, ticks: "" }),
      yaxis: axis("share of the set (%)", { rangemode: "tozero", nticks: 6 }),
      barmode: "group",
      bargap: 0.22,
      bargroupgap: 0.06,
      ...legendAbove(),
    },
  };
}

function countsOf(labels: ArrayLike<number>): number[] {
  const counts = new Array<number>(10).fill(0);
  for (let i = 0; i < labels.length; i++) {
    if (!(labels[i] in counts)) {
      throw new RangeError(`Cannot count label ${labels[i]} at index ${i}: must be 0 to 9`);
    }
    counts[labels[i]]++;
  }
  return counts;
}
