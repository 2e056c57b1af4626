/** A figure of how far readers hold when their images are disturbed more and more.
 *
 * @module
 */

import type { Data, Layout, LayoutAxis } from "plotly-types";
import { axis } from "./parts/axis.ts";
import { baseLayout } from "./parts/base_layout.ts";
import type { Figure } from "./parts/figure.ts";
import { legendAbove } from "./parts/legend_above.ts";
import { percent } from "./parts/percent.ts";
import { readerColour } from "./parts/reader_colour.ts";
import { theme } from "./parts/theme.ts";

/** What readers read of images that were disturbed in one way. */
export interface GradedAccuracies {
  /** What was done to them: "rotation". */
  readonly name: string;
  /** What the amounts are, with their unit in brackets. */
  readonly axis: string;
  readonly amounts: readonly number[];
  /** Reader by reader, the share of images that it reads rightly at each amount, 0 to 1. */
  readonly accuracies: readonly (readonly number[])[];
}

const columns = 3;

/** Pixels of the plotting area of a panel, and between panels. */
const [panelHeight, gapX, gapY] = [140, 34, 62];

/** How readers' accuracy falls with the amount of each disturbance: a panel for each, three in a row, a line for
 * each reader. The title names the disturbance whose largest amount costs the first reader most.
 *
 * @param readers their names
 * @throws {RangeError} if there is no disturbance or no reader, or not one accuracy for each amount and reader
 *
 * @example
 * ```ts
 * import { gradedCurves } from "@lib/figures/graded_curves.ts";
 * import { figureTitle } from "@lib/figures/parts/figure_title.ts";
 * import { match } from "node:assert";
 * const shift = { name: "shift", axis: "shift (pixels)", amounts: [0, 8], accuracies: [[0.99, 0.2]] };
 * match(figureTitle(gradedCurves([shift], ["network"])), /^Shift costs the network most: down to 20.%/);
 * ```
 */
export function gradedCurves(
  disturbances: readonly GradedAccuracies[],
  readers: readonly string[],
): Figure {
  if (disturbances.length === 0 || readers.length === 0) {
    throw new RangeError(
      `Cannot draw curves: found ${disturbances.length} disturbances and ${readers.length} readers, ` +
        "wanted at least one of each",
    );
  }
  disturbances.forEach((one) => check(one, readers));
  const lowest = disturbances.map(({ accuracies: [first] }) => Math.min(...first));
  const worst = lowest.indexOf(Math.min(...lowest));
  const { name } = disturbances[worst];
  const rows = Math.ceil(disturbances.length / columns);
  const plotHeight = rows * (panelHeight + gapY) - gapY;
  return {
    data: disturbances.flatMap((one, panel) =>
      readers.map((reader, i) => line(one, { reader, i, panel }))
    ),
    layout: {
      ...baseLayout({
        title: `${name.charAt(0).toUpperCase()}${name.slice(1)} costs the ${readers[0]} most: ` +
          `down to ${percent(lowest[worst], 0)}`,
        subtitle: "Share of test images read rightly (%), over how much they were disturbed",
        plotHeight,
        margin: { top: 36, left: 44 },
      }),
      ...axes(disturbances, plotHeight),
      ...legendAbove(),
    },
  };
}

function check(
  { name, amounts, accuracies }: GradedAccuracies,
  readers: readonly string[],
): void {
  const counts = accuracies.map((own) => own.length);
  if (counts.length === readers.length && counts.every((count) => count === amounts.length)) return;
  throw new RangeError(
    `Cannot draw the curves of ${name}: found ${counts.join(" and ")} accuracies, wanted ` +
      `${amounts.length} for each of ${readers.length} readers`,
  );
}

/** The axes of a panel are numbered from 1, and the first has no number. */
const numbered = (panel: number): string => panel === 0 ? "" : String(panel + 1);

function line(
  { amounts, accuracies }: GradedAccuracies,
  { reader, i, panel }: { readonly reader: string; readonly i: number; readonly panel: number },
): Partial<Data> {
  const color = readerColour(i);
  return {
    type: "scatter",
    mode: "lines+markers",
    name: reader,
    legendgroup: reader,
    showlegend: panel === 0,
    x: [...amounts],
    y: accuracies[i].map((share) => 100 * share),
    xaxis: `x${numbered(panel)}`,
    yaxis: `y${numbered(panel)}`,
    line: { color, width: 2 },
    marker: { color, size: 5 },
    hovertemplate: `%{x}: %{y:.0f} %<extra>${reader}</extra>`,
  };
}

function axes(disturbances: readonly GradedAccuracies[], plotHeight: number): Partial<Layout> {
  const room = theme.width - 44 - theme.padding;
  const width = (room - (columns - 1) * gapX) / columns;
  const entries = disturbances.flatMap((one, panel): [string, Partial<LayoutAxis>][] => {
    const left = (panel % columns) * (width + gapX);
    const top = Math.floor(panel / columns) * (panelHeight + gapY);
    return [
      [
        `xaxis${numbered(panel)}`,
        axis(one.axis, {
          fixedrange: true,
          domain: [left / room, (left + width) / room],
          anchor: `y${numbered(panel)}` as LayoutAxis["anchor"],
          nticks: 6,
          showgrid: false,
          ticks: "outside",
        }),
      ],
      [
        `yaxis${numbered(panel)}`,
        axis("", {
          fixedrange: true,
          domain: [Math.max(0, 1 - (top + panelHeight) / plotHeight), 1 - top / plotHeight],
          anchor: `x${numbered(panel)}` as LayoutAxis["anchor"],
          range: [0, 104],
          tickvals: [0, 50, 100],
        }),
      ],
    ];
  });
  return Object.fromEntries(entries);
}
