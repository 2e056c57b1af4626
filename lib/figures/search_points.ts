/** A figure of where searches try.
 *
 * @module
 */

import type { Annotations, LayoutAxis, PlotData } from "plotly-types";
import { baseLayout } from "./parts/base_layout.ts";
import type { Figure } from "./parts/figure.ts";
import { theme } from "./parts/theme.ts";

/** Where a search tries two hyperparameters. */
export interface DrawnSearch {
  /** With its article, as it stands within a sentence: "a grid". */
  readonly name: string;
  /** The two places of each try, 0 to 1. */
  readonly points: readonly (readonly number[])[];
}

/** Between two planes, as a share of a plane and the gap behind it. */
const gap = 0.14;

/** The tries of some searches in the plane of two hyperparameters, side by side, and below and beside each plane the
 * values of either that are tried (after Bergstra and Bengio, 2012, figure 1).
 *
 * @throws {RangeError} if there is no search, one has no point, or a point has not two places from 0 to 1
 *
 * @example
 * ```ts
 * import { figureTitle } from "@lib/figures/parts/figure_title.ts";
 * import { searchPoints } from "@lib/figures/search_points.ts";
 * import { match } from "node:assert";
 * const figure = searchPoints([
 *   { name: "a square", points: [[0, 0], [0, 1], [1, 0], [1, 1]] },
 *   { name: "a slope", points: [[0, 0], [0.3, 0.3], [0.6, 0.6], [1, 1]] },
 * ]);
 * match(figureTitle(figure), /^Of each hyperparameter, a square tries 2 values, a slope 4/);
 * ```
 */
export function searchPoints(searches: readonly DrawnSearch[]): Figure {
  check(searches);
  const width = 1 / (searches.length - gap);
  const domains = searches.map((_, i): [number, number] => [
    i * width,
    Math.min(1, (i + 1 - gap) * width),
  ]);
  return {
    data: searches.flatMap(({ points }, i) => [marks(points, i), ...rugs(points, i)]),
    layout: {
      ...baseLayout({
        title: titleOf(searches),
        subtitle: "Each dot is a try; the strokes are the values that are tried of either",
        plotHeight: 270,
        margin: { top: 24, bottom: 40, left: 60 },
      }),
      ...Object.fromEntries(searches.flatMap((_, i) => [
        [`xaxis${ending(i)}`, side("one hyperparameter", domains[i], `y${ending(i)}`)],
        [`yaxis${ending(i)}`, side(i === 0 ? "another" : "", [0, 1], `x${ending(i)}`)],
      ])),
      annotations: searches.map(({ name }, i) => heading(name, domains[i][0])),
    },
  };
}

function titleOf(searches: readonly DrawnSearch[]): string {
  const parts = searches.map(({ name, points }, i) => {
    const values = [0, 1].map((axis) => new Set(points.map((point) => point[axis])).size);
    const count = Math.max(...values);
    if (i > 0) return `${name} ${count}`;
    return `${name} tries ${count} ${count === 1 ? "value" : "values"}`;
  });
  return `Of each hyperparameter, ${parts.join(", ")}`;
}

function marks(points: DrawnSearch["points"], index: number): Partial<PlotData> {
  return {
    ...place(index),
    ...{ type: "scatter", mode: "markers", hoverinfo: "skip" },
    x: points.map(([x]) => x),
    y: points.map(([, y]) => y),
    marker: { size: 11, color: theme.categories[0] },
  };
}

/** The strokes below the plane, and those beside it. */
function rugs(points: DrawnSearch["points"], index: number): Partial<PlotData>[] {
  return (["line-ns-open", "line-ew-open"] as const).map((symbol, axis) => ({
    ...place(index),
    ...{ type: "scatter", mode: "markers", hoverinfo: "skip" },
    x: points.map(([x]) => axis === 0 ? x : -0.1),
    y: points.map(([, y]) => axis === 0 ? -0.1 : y),
    marker: { symbol, size: 12, color: theme.accent, line: { width: 2, color: theme.accent } },
  }));
}

function place(index: number): Pick<PlotData, "xaxis" | "yaxis"> {
  return { xaxis: `x${ending(index)}`, yaxis: `y${ending(index)}` };
}

/** What Plotly puts behind the name of an axis, but for the first. */
function ending(index: number): string {
  return index === 0 ? "" : `${index + 1}`;
}

function side(title: string, domain: [number, number], anchor: string): Partial<LayoutAxis> {
  return {
    ...{ domain, anchor: anchor as LayoutAxis["anchor"], range: [-0.17, 1.07], fixedrange: true },
    title: { text: title, standoff: 6, font: { size: theme.font.size, color: theme.muted } },
    ...{ showgrid: false, zeroline: false, showticklabels: false, ticks: "" },
    ...{ showline: true, linecolor: theme.faint, mirror: true },
  };
}

/** The name of a search, above its plane. */
function heading(name: string, left: number): Partial<Annotations> {
  return {
    text: name[0].toUpperCase() + name.slice(1),
    ...{ xref: "paper", yref: "paper", x: left, y: 1, xanchor: "left", yanchor: "bottom" },
    ...{ yshift: 3, showarrow: false },
  };
}

function check(searches: readonly DrawnSearch[]): void {
  if (searches.length === 0 || searches.some(({ points }) => points.length === 0)) {
    throw new RangeError("Cannot draw where nothing is tried: wanted a point of each search");
  }
  const odd = searches.flatMap(({ points }) => points).find(({ length }) => length !== 2);
  if (odd !== undefined) {
    throw new RangeError(`Cannot draw a try of ${odd.length} places in a plane: wanted two`);
  }
  const wrong = searches.flatMap(({ points }) => points.flat()).find((at) => !(at >= 0 && at <= 1));
  if (wrong !== undefined) throw new RangeError(`Cannot draw a try at ${wrong}: must be 0 to 1`);
}
