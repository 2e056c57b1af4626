/** A figure of precision, recall and F1.
 *
 * @module
 */

import type { PlotData } from "plotly-types";
import { axis } from "./parts/axis.ts";
import { baseLayout } from "./parts/base_layout.ts";
import type { Figure } from "./parts/figure.ts";
import { legendAbove } from "./parts/legend_above.ts";
import { percent } from "./parts/percent.ts";
import { theme } from "./parts/theme.ts";

/** How well one class is read; each share 0 to 1. */
export interface ClassScore {
  /** Of the images read as this digit, how many are. */
  readonly precision: number;
  /** Of the images of this digit, how many are read as it. */
  readonly recall: number;
  /** Harmonic mean of the two. */
  readonly f1: number;
  /** Images of this digit. */
  readonly support: number;
}

/** Precision, recall and F1 of each class as dots, on an axis that begins where the worst lies.
 *
 * @param scores `[classes]`, in order of the digits; a class without images gets an empty row
 * @throws {RangeError} if there are none, none has images, or a share is outside 0 to 1
 *
 * @example
 * ```ts
 * import { classScores } from "@lib/figures/class_scores.ts";
 * import { figureTitle } from "@lib/figures/parts/figure_title.ts";
 * import { match } from "node:assert";
 * const good = { precision: 0.9, recall: 0.9, f1: 0.9, support: 10 };
 * const figure = classScores([good, { ...good, recall: 0.7, f1: 0.79 }]);
 * match(figureTitle(figure), /1 is read worst/);
 * ```
 */
export function classScores(scores: readonly ClassScore[]): Figure {
  if (scores.length === 0) throw new RangeError("Cannot draw the scores of no classes");
  const filled = scores.map((score, digit) => ({ ...score, digit }))
    .filter(({ support }) => support > 0);
  if (filled.length === 0) throw new RangeError("Cannot draw scores: no class has images");
  for (const score of filled) {
    for (const name of ["precision", "recall", "f1"] as const) {
      if (!(score[name] >= 0 && score[name] <= 1)) {
        throw new RangeError(
          `Cannot draw ${name} ${score[name]} of class ${score.digit}: must be 0 to 1`,
        );
      }
    }
  }
  const ranked = filled.toSorted((a, b) => a.f1 - b.f1);
  const least = Math.min(...filled.flatMap(({ precision, recall, f1 }) => [precision, recall, f1]));
  // The next round number below the worst score, with some air.
  const grain = least > 0.95 ? 0.5 : least > 0.8 ? 2 : 10;
  const start = Math.max(0, Math.floor((100 * least - 0.3 * grain) / grain) * grain);
  const names = scores.map(({ support }, digit) => support > 0 ? `${digit}` : `${digit} (none)`);
  const rows = filled.map(({ digit }) => names[digit]);
  const worst = ranked[0];
  const best = ranked[ranked.length - 1];
  return {
    data: [
      spans(rows, filled),
      dots(
        rows,
        filled.map(({ precision }) => precision),
        "precision",
        "diamond-open",
        theme.categories[0],
      ),
      dots(rows, filled.map(({ recall }) => recall), "recall", "square-open", theme.categories[2]),
      dots(rows, filled.map(({ f1 }) => f1), "F1", "circle", theme.ink),
      ...(ranked.length < 2 ? [] : [{
        ...dots([names[worst.digit]], [worst.f1], "F1", "circle", theme.accent),
        showlegend: false,
      }]),
    ],
    layout: {
      ...baseLayout({
        title: ranked.length < 2
          ? "Precision, recall and F1 of each digit"
          : `${worst.digit} is read worst (F1 ${percent(worst.f1)}), ` +
            `${best.digit} best (${percent(best.f1)})`,
        ...(start > 0 ? { subtitle: `The axis begins at ${start} %, not at 0` } : {}),
        plotHeight: scores.length * 30,
        margin: { top: 22, left: filled.length < scores.length ? 108 : 68 },
      }),
      xaxis: axis("score (%)", { range: [start, 100 + (100 - start) * 0.015], ticks: "outside" }),
      yaxis: axis("digit", {
        type: "category",
        categoryorder: "array",
        categoryarray: names,
        range: [scores.length - 0.5, -0.5],
        ticks: "",
      }),
      ...legendAbove(),
    },
  };
}

/** A thin line from the least to the greatest of a class's scores. */
function spans(names: readonly string[], scores: readonly ClassScore[]): Partial<PlotData> {
  return {
    type: "scatter",
    mode: "lines",
    x: scores.flatMap(({ precision, recall }) => [100 * precision, 100 * recall, null]),
    y: names.flatMap((name) => [name, name, null]),
    line: { color: theme.pale, width: 3 },
    showlegend: false,
    hoverinfo: "skip",
  };
}

function dots(
  names: readonly string[],
  shares: readonly number[],
  name: string,
  symbol: "circle" | "diamond-open" | "square-open",
  color: string,
): Partial<PlotData> {
  return {
    type: "scatter",
    mode: "markers",
    name,
    x: shares.map((share) => 100 * share),
    y: [...names],
    marker: { symbol, size: 10, color, line: { width: symbol === "circle" ? 0 : 2 } },
    cliponaxis: false,
    hovertemplate: `%{y}: %{x:.2f} %<extra>${name}</extra>`,
  };
}
