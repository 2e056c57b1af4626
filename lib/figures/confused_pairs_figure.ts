/** A figure of the most frequent confusions.
 *
 * @module
 */

import type { Data } from "plotly-types";
import { sum } from "../base/statistics.ts";
import { axis } from "./parts/axis.ts";
import { baseLayout } from "./parts/base_layout.ts";
import { classPairs } from "./parts/class_pairs.ts";
import type { Figure } from "./parts/figure.ts";
import { percent } from "./parts/percent.ts";
import { theme } from "./parts/theme.ts";

/** The pairs of digits that are confused most, as bars; each bar in two parts, one a direction.
 *
 * @param matrix `[classes][classes]` counts, rows are the true classes
 * @param options.count how many pairs, 8 where missing
 * @throws {TypeError} if the matrix is not square
 * @throws {RangeError} if a count is negative or not a whole number
 *
 * @example
 * ```ts
 * import { confusedPairsFigure } from "@lib/figures/confused_pairs_figure.ts";
 * import { figureTitle } from "@lib/figures/parts/figure_title.ts";
 * import { match } from "node:assert";
 * const figure = confusedPairsFigure([[8, 2, 0], [1, 8, 1], [0, 0, 10]], { count: 1 });
 * match(figureTitle(figure), /75.% of the 4 mistakes/);
 * ```
 */
export function confusedPairsFigure(
  matrix: readonly ArrayLike<number>[],
  options: { readonly count?: number } = {},
): Figure {
  const all = classPairs(matrix);
  const wrong = sum(all.map(({ aAsB, bAsA }) => aAsB + bAsA));
  const pairs = all.slice(0, options.count ?? 8);
  const names = pairs.map(({ a, b }) => `${a} and ${b}`);
  const covered = sum(pairs.map(({ aAsB, bAsA }) => aAsB + bAsA));
  const most = pairs.length > 0 ? pairs[0].aAsB + pairs[0].bAsA : 1;
  return {
    data: pairs.length === 0 ? [] : [
      part(names, pairs.map(({ a, b, aAsB }) => [a, b, aAsB]), most, theme.categories[0]),
      part(names, pairs.map(({ a, b, bAsA }) => [b, a, bAsA]), most, theme.categories[4]),
    ],
    layout: {
      ...baseLayout({
        title: pairs.length === 0
          ? "No digit is taken for another"
          : pairs.length === all.length
          ? `All ${wrong} mistakes, by pair: ${names[0]} come first`
          : `${names[0]} come first; these ${pairs.length} pairs make ` +
            `${percent(covered / wrong, 0)} of the ${wrong} mistakes`,
        ...(pairs.length === 0 ? {} : { subtitle: "“4 → 9” is a 4 that was read as 9" }),
        plotHeight: Math.max(1, pairs.length) * 34,
        margin: { left: 84 },
      }),
      xaxis: axis("mistakes (images)", {
        tickformat: ",d",
        ...(most < 10 ? { dtick: 1 } : { nticks: 8 }),
        ...(pairs.length === 0 ? { range: [0, 1] } : { rangemode: "tozero" }),
      }),
      yaxis: axis("", { type: "category", autorange: "reversed", showgrid: false, ticks: "" }),
      ...(pairs.length === 0 ? {} : { barmode: "stack", bargap: 0.28 }),
    },
  };
}

/** One direction of every pair: true digit, read digit, count. */
function part(
  names: readonly string[],
  rows: readonly (readonly [number, number, number])[],
  most: number,
  color: string,
): Partial<Data> {
  return {
    type: "bar",
    orientation: "h",
    y: [...names],
    x: rows.map(([, , count]) => count),
    // What is too narrow for its label goes without; hovering tells.
    text: rows.map(([label, read, count]) =>
      count === 0 ? "" : count < most / 9 ? String(count) : `${label} → ${read}: ${count}`
    ),
    textposition: "inside",
    insidetextanchor: "middle",
    textangle: 0,
    textfont: {
      size: theme.font.smallSize,
      color: color === theme.categories[0] ? theme.paper : theme.ink,
    },
    marker: { color },
    customdata: rows.map(([label, read]) => `${label} read as ${read}`),
    hovertemplate: "%{customdata}: %{x}<extra></extra>",
  };
}
