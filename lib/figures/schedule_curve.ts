/** A figure of learning rates over the steps.
 *
 * @module
 */

import { thousands } from "../base/format.ts";
import { axis } from "./parts/axis.ts";
import { baseLayout } from "./parts/base_layout.ts";
import type { Figure } from "./parts/figure.ts";
import { legendAbove } from "./parts/legend_above.ts";
import { theme } from "./parts/theme.ts";

/** The learning rate of every step.
 *
 * @param rates `[steps]`, or several such series by name, to be compared
 * @throws {RangeError} if there is no series, or one is empty
 *
 * @example
 * ```ts
 * import { scheduleCurve } from "@lib/figures/schedule_curve.ts";
 * import { figureTitle } from "@lib/figures/parts/figure_title.ts";
 * import { match } from "node:assert";
 * const figure = scheduleCurve([0.1, 0.2, 0.1]);
 * match(figureTitle(figure), /peaks at 0.2, at step 2 of 3/);
 * ```
 */
export function scheduleCurve(
  rates: ArrayLike<number> | Readonly<Record<string, ArrayLike<number>>>,
): Figure {
  const series = (isSeries(rates) ? [["", rates] as const] : Object.entries(rates))
    .map(([name, values]) => ({ name, values: Array.from(values) }));
  if (series.length === 0 || series.some(({ values }) => values.length === 0)) {
    throw new RangeError("Cannot draw a schedule without steps: wanted at least one rate");
  }
  const [{ values }] = series;
  const peak = Math.max(...values);
  const at = values.indexOf(peak);
  const most = Math.max(...series.flatMap(({ values }) => values)) || 1;
  const steps = Math.max(...series.map(({ values }) => values.length));
  const single = series.length === 1;
  return {
    data: [
      ...series.map(({ name, values }, index) => ({
        type: "scatter" as const,
        mode: values.length === 1 ? "markers" as const : "lines" as const,
        name,
        x: values.map((_, step) => step + 1),
        y: values,
        ...(values.length === 1 ? {} : {
          line: {
            color: theme.categories[index % theme.categories.length],
            width: 2.5,
            dash: dashes[index % dashes.length],
          },
        }),
        hovertemplate: "step %{x:,}: %{y:.4~g}<extra></extra>",
      })),
      ...(single && values.some((value) => value < peak)
        ? [{
          type: "scatter" as const,
          mode: "markers" as const,
          x: [at + 1],
          y: [peak],
          marker: { color: theme.accent, size: 10 },
          hoverinfo: "skip" as const,
        }]
        : []),
    ],
    layout: {
      ...baseLayout({
        title: single
          ? titleOf(values, peak, at)
          : `${series.length} schedules: ${series.map(({ name }) => name).join(", ")}`,
        plotHeight: 240,
        margin: { top: single ? 4 : 22 },
      }),
      xaxis: axis("step (mini-batches)", {
        ticks: "outside",
        tickformat: ",d",
        showgrid: false,
        ...(steps <= 12 ? { dtick: 1 } : {}),
      }),
      yaxis: axis("learning rate", {
        range: [-0.02 * most, 1.08 * most],
        nticks: 6,
        exponentformat: "e",
      }),
      ...(single ? {} : legendAbove()),
    },
  };
}

const dashes = ["solid", "dash", "dot", "dashdot"] as const;

function isSeries(
  rates: ArrayLike<number> | Readonly<Record<string, ArrayLike<number>>>,
): rates is ArrayLike<number> {
  return typeof rates.length === "number";
}

function titleOf(values: readonly number[], peak: number, at: number): string {
  const rate = Number(peak.toPrecision(3));
  if (values.every((value) => value === peak)) return `The learning rate stays at ${rate}`;
  if (at === 0) return `The learning rate falls from ${rate} at the first step`;
  return `The learning rate peaks at ${rate}, at step ${thousands(at + 1)} of ${
    thousands(values.length)
  }`;
}
