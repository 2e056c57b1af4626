/** A figure of confidence and accuracy.
 *
 * @module
 */

import { thousands } from "../base/format.ts";
import { sum } from "../base/statistics.ts";
import { axis } from "./parts/axis.ts";
import { baseLayout } from "./parts/base_layout.ts";
import type { Figure } from "./parts/figure.ts";
import { percent } from "./parts/percent.ts";
import { theme } from "./parts/theme.ts";

/** Images whose confidence is alike. */
export interface ReliabilityBin {
  /** Mean confidence in the bin, 0 to 1. */
  readonly confidence: number;
  /** Share of the bin that was read right, 0 to 1. */
  readonly accuracy: number;
  /** Images in the bin. */
  readonly count: number;
}

/** Accuracy over confidence: on the diagonal a model knows how much it knows (Guo and others, 2017,
 * https://arxiv.org/abs/1706.04599).
 *
 * @param bins in any order; empty ones are left out
 * @throws {RangeError} if a share is outside 0 to 1
 *
 * @example
 * ```ts
 * import { reliability } from "@lib/figures/reliability.ts";
 * import { figureTitle } from "@lib/figures/parts/figure_title.ts";
 * import { match } from "node:assert";
 * const figure = reliability([{ confidence: 0.9, accuracy: 0.8, count: 10 }]);
 * match(figureTitle(figure), /10.0 points too sure/);
 * ```
 */
export function reliability(bins: readonly ReliabilityBin[]): Figure {
  for (const { confidence, accuracy } of bins) {
    if (!(confidence >= 0 && confidence <= 1 && accuracy >= 0 && accuracy <= 1)) {
      throw new RangeError(
        `Cannot draw accuracy ${accuracy} at confidence ${confidence}: both must be 0 to 1`,
      );
    }
  }
  const filled = bins.filter(({ count }) => count > 0).sort((a, b) => a.confidence - b.confidence);
  const total = sum(filled.map(({ count }) => count));
  const error = filled.reduce(
    (sum, { confidence, accuracy, count }) => sum + count * Math.abs(confidence - accuracy) / total,
    0,
  );
  const surplus = filled.reduce(
    (sum, { confidence, accuracy, count }) => sum + count * (confidence - accuracy) / total,
    0,
  );
  return {
    data: [
      {
        type: "scatter",
        mode: "lines",
        x: [0, 100],
        y: [0, 100],
        line: { color: theme.muted, width: 1, dash: "dash" },
        hoverinfo: "skip",
      },
      ...(filled.length === 0 ? [] : [{
        type: "scatter" as const,
        mode: "lines+markers" as const,
        x: filled.map(({ confidence }) => 100 * confidence),
        y: filled.map(({ accuracy }) => 100 * accuracy),
        line: { color: theme.categories[0], width: 1.5 },
        marker: {
          color: theme.categories[0],
          opacity: 1,
          size: filled.map(({ count }) => 6 + 20 * Math.sqrt(count / total)),
          line: { color: theme.paper, width: 1 },
        },
        text: filled.map(({ count }) => thousands(count)),
        hovertemplate: "confidence %{x:.1f} %, right %{y:.1f} % (%{text} images)<extra></extra>",
        cliponaxis: false,
      }]),
    ],
    layout: {
      ...baseLayout({
        title: total === 0
          ? "No image has been read yet"
          : `The model is ${(100 * Math.abs(surplus)).toFixed(1)} points too ` +
            `${surplus > 0 ? "sure" : "modest"} on average`,
        subtitle: `${thousands(total)} images; the area of a dot is its number of images; ` +
          `expected calibration error ${percent(error, 2)}`,
        width: theme.smallWidth,
        plotHeight: 320,
        margin: { right: 32 },
      }),
      xaxis: axis("confidence (%)", { range: [0, 100], nticks: 6, ticks: "outside" }),
      yaxis: axis("read right (%)", { range: [0, 100], nticks: 6, ticks: "outside" }),
    },
  };
}
