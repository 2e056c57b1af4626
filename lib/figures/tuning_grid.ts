/** A figure of a search for settings.
 *
 * @module
 */

import type { Data } from "plotly-types";
import { axis } from "./parts/axis.ts";
import { baseLayout } from "./parts/base_layout.ts";
import type { Figure } from "./parts/figure.ts";
import { legendAbove } from "./parts/legend_above.ts";
import { percent } from "./parts/percent.ts";
import { theme } from "./parts/theme.ts";

/** One setting that was tried. */
export interface TuningResult {
  readonly learningRate: number;
  readonly batchSize: number;
  readonly epochs: number;
  /** 0 to 1. */
  readonly validationAccuracy: number;
  readonly seconds: number;
}

const symbols = ["circle", "square", "diamond", "triangle-up", "x"] as const;
const dashes = ["solid", "dash", "dot", "dashdot", "longdash"] as const;

/** Validation accuracy over the learning rate: a line for each batch size (colour) and number of
 * epochs (symbol), the winner marked.
 *
 * @param results of a grid search, in any order
 * @throws {RangeError} if there are none, or a learning rate is not above 0
 *
 * @example
 * ```ts
 * import { tuningGrid } from "@lib/figures/tuning_grid.ts";
 * import { figureTitle } from "@lib/figures/parts/figure_title.ts";
 * import { match } from "node:assert";
 * const setting = { learningRate: 0.1, batchSize: 32, epochs: 1, seconds: 9 };
 * const figure = tuningGrid([
 *   { ...setting, validationAccuracy: 0.98 },
 *   { ...setting, learningRate: 0.2, validationAccuracy: 0.985 },
 * ]);
 * match(figureTitle(figure), /^Learning rate 0.2 with batches of 32 wins/);
 * ```
 */
export function tuningGrid(results: readonly TuningResult[]): Figure {
  if (results.length === 0) {
    throw new RangeError("Cannot draw a search without results: wanted at least one");
  }
  for (const { learningRate } of results) {
    if (!(learningRate > 0)) {
      throw new RangeError(`Cannot draw learning rate ${learningRate}: must be above 0`);
    }
  }
  const winner = results.reduce((best, result) =>
    result.validationAccuracy > best.validationAccuracy ? result : best
  );
  const batchSizes = distinct(results.map(({ batchSize }) => batchSize));
  const epochCounts = distinct(results.map(({ epochs }) => epochs));
  const rates = distinct(results.map(({ learningRate }) => learningRate));
  const lines = batchSizes.flatMap((batchSize, hue) =>
    epochCounts.map((epochs, kind): Partial<Data> => {
      const line = results.filter((r) => r.batchSize === batchSize && r.epochs === epochs)
        .sort((a, b) => a.learningRate - b.learningRate);
      const color = theme.categories[hue % theme.categories.length];
      return {
        type: "scatter",
        mode: "lines+markers",
        name: `batch ${batchSize}, ${epochs} ${epochs === 1 ? "epoch" : "epochs"}`,
        x: line.map(({ learningRate }) => learningRate),
        y: line.map(({ validationAccuracy }) => 100 * validationAccuracy),
        marker: { color, size: 9, symbol: symbols[kind % symbols.length] },
        line: { color, width: 1.5, dash: dashes[kind % dashes.length] },
        text: line.map(({ seconds }) => `${seconds.toFixed(1)} s`),
        hovertemplate: "learning rate %{x}: %{y:.2f} % (%{text})<extra></extra>",
      };
    })
  ).filter((line) => (line as { x: number[] }).x.length > 0);
  const legendRows = Math.ceil(lines.length / 3);
  return {
    data: [...lines, {
      type: "scatter",
      mode: "markers",
      x: [winner.learningRate],
      y: [100 * winner.validationAccuracy],
      marker: { symbol: "circle-open", size: 20, color: theme.accent, line: { width: 3 } },
      showlegend: false,
      hoverinfo: "skip",
      cliponaxis: false,
    }],
    layout: {
      ...baseLayout({
        title: `Learning rate ${winner.learningRate} with batches of ${winner.batchSize} wins: ` +
          `${percent(winner.validationAccuracy, 2)} on validation data`,
        subtitle: `${results.length} ${results.length === 1 ? "setting" : "settings"} tried; ` +
          `the winner was trained for ${winner.epochs} ` +
          `${winner.epochs === 1 ? "epoch" : "epochs"} in ${winner.seconds.toFixed(1)} s`,
        plotHeight: 300,
        margin: { top: 6 + 20 * legendRows },
      }),
      xaxis: axis("learning rate (logarithmic)", {
        type: "log",
        tickvals: rates,
        ticktext: rates.map(String),
        ticks: "outside",
        range: [Math.log10(rates[0]) - 0.15, Math.log10(rates[rates.length - 1]) + 0.15],
      }),
      yaxis: axis("validation accuracy (%)", { nticks: 7 }),
      ...legendAbove(200),
    },
  };
}

function distinct(values: readonly number[]): number[] {
  return [...new Set(values)].sort((a, b) => a - b);
}
