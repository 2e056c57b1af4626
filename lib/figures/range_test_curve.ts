/** A figure of a learning rate range test.
 *
 * @module
 */

import type { Data } from "plotly-types";
import { axis } from "./parts/axis.ts";
import { baseLayout } from "./parts/base_layout.ts";
import type { Figure } from "./parts/figure.ts";
import { legendAbove } from "./parts/legend_above.ts";
import { theme } from "./parts/theme.ts";

/** What a range test found. */
export interface RangeTestData {
  /** Of each step, rising, above 0. */
  readonly rates: readonly number[];
  /** Of each step, in nats. */
  readonly losses: readonly number[];
  /** The same, each as the mean of its neighbours. */
  readonly smoothed: readonly number[];
  /** Where the loss falls most steeply. */
  readonly steepest: number;
  /** Where it diverges; `undefined` where it does not. */
  readonly diverged: number | undefined;
  /** What is suggested. */
  readonly suggested: number;
}

/** The loss over the learning rate while that rises, with the rate that is suggested, and where the loss falls most
 * steeply and diverges.
 *
 * @throws {RangeError} if there is no step, a rate is not above 0, or there are not as many losses as rates
 *
 * @example
 * ```ts
 * import { rangeTestCurve } from "@lib/figures/range_test_curve.ts";
 * import { figureTitle } from "@lib/figures/parts/figure_title.ts";
 * import { match } from "node:assert";
 * const losses = [2.3, 0.5, 9];
 * const found = { steepest: 0.01, diverged: 3, suggested: 0.3 };
 * const figure = rangeTestCurve({ rates: [1e-4, 0.1, 10], losses, smoothed: losses, ...found });
 * match(figureTitle(figure), /^Learning rate 0.3 is suggested: the loss diverges at 3/);
 * ```
 */
export function rangeTestCurve(data: RangeTestData): Figure {
  const { rates, losses, smoothed, steepest, diverged, suggested } = data;
  if (rates.length === 0 || rates.length !== losses.length || rates.length !== smoothed.length) {
    throw new RangeError(
      `Cannot draw a range test of ${rates.length} rates, ${losses.length} losses and ` +
        `${smoothed.length} smoothed ones: wanted as many, one at least`,
    );
  }
  const wrong = rates.find((rate) => !(rate > 0));
  if (wrong !== undefined) throw new RangeError(`Cannot draw rate ${wrong}: must be above 0`);
  const short = (rate: number): string => String(Number(rate.toPrecision(2)));
  const end = diverged === undefined
    ? "the loss falls most steeply there, and does not diverge"
    : `the loss diverges at ${short(diverged)}`;
  // What the loss rises to at the end is of no interest; it would press the rest flat.
  const top = 1.25 * smoothed[0];
  const mark = (rate: number, name: string, color: string, symbol: string): Partial<Data> => ({
    type: "scatter",
    mode: "markers",
    name,
    x: [rate],
    y: [Math.min(top, smoothed[nearest(rates, rate)])],
    marker: { size: 11, color, symbol },
    hovertemplate: `%{x:.3~g}<extra>${name}</extra>`,
    cliponaxis: false,
  });
  return {
    data: [
      {
        type: "scatter",
        mode: rates.length < 3 ? "lines+markers" : "lines",
        name: "loss of each batch",
        x: [...rates],
        y: [...losses],
        line: { color: theme.pale, width: 1 },
        hovertemplate: "rate %{x:.3~g}: %{y:.4~g}<extra></extra>",
      },
      {
        type: "scatter",
        mode: rates.length < 3 ? "lines+markers" : "lines",
        name: "smoothed",
        x: [...rates],
        y: [...smoothed],
        line: { color: theme.categories[0], width: 2 },
        hovertemplate: "rate %{x:.3~g}: %{y:.4~g}<extra>smoothed</extra>",
      },
      ...(steepest === suggested
        ? []
        : [mark(steepest, "steepest fall", theme.ink, "triangle-down")]),
      ...(diverged === undefined ? [] : [mark(diverged, "diverges", theme.ink, "x")]),
      mark(suggested, "suggested", theme.accent, "circle"),
    ],
    layout: {
      ...baseLayout({
        title: `Learning rate ${short(suggested)} is suggested: ${end}`,
        subtitle: `One run of ${rates.length} ${rates.length === 1 ? "step" : "steps"}, ` +
          `the rate rising by one factor from each to the next`,
        plotHeight: 300,
        margin: { top: 26 },
      }),
      xaxis: axis("learning rate (logarithmic)", {
        type: "log",
        ticks: "outside",
        dtick: 1,
        exponentformat: "power",
      }),
      yaxis: axis("loss (nats)", { range: [0, top], nticks: 6 }),
      ...legendAbove(),
    },
  };
}

function nearest(rates: readonly number[], rate: number): number {
  const distances = rates.map((other) => Math.abs(Math.log(other / rate)));
  return distances.indexOf(Math.min(...distances));
}
