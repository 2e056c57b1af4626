/** A figure of how a study got on.
 *
 * @module
 */

import { thousands } from "../base/format.ts";
import { axis } from "./parts/axis.ts";
import { baseLayout } from "./parts/base_layout.ts";
import type { Figure } from "./parts/figure.ts";
import { legendAbove } from "./parts/legend_above.ts";
import { percent } from "./parts/percent.ts";
import { theme } from "./parts/theme.ts";

/** A trial of a study, as it is drawn. */
export interface DrawnTrial {
  /** 0 to 1, after its last epoch. */
  readonly validationAccuracy: number;
  /** The accuracy after each of its epochs. */
  readonly accuracies: readonly number[];
  /** Whether it was stopped before its last epoch. */
  readonly isStopped: boolean;
}

/** The accuracy of each trial over the epochs that were trained until it ended, and the best so far of those that
 * went to their end.
 *
 * @param trials in the order of the study
 * @throws {RangeError} if there are none, or an accuracy is not 0 to 1
 *
 * @example
 * ```ts
 * import { bestSoFar } from "@lib/figures/best_so_far.ts";
 * import { figureTitle } from "@lib/figures/parts/figure_title.ts";
 * import { match } from "node:assert";
 * const figure = bestSoFar([
 *   { validationAccuracy: 0.97, accuracies: [0.96, 0.97], isStopped: false },
 *   { validationAccuracy: 0.9, accuracies: [0.9], isStopped: true },
 * ]);
 * match(figureTitle(figure), /^The best of 2 trials reaches 97.00.%, after 2 of 3 epochs/);
 * ```
 */
export function bestSoFar(trials: readonly DrawnTrial[]): Figure {
  if (trials.length === 0) {
    throw new RangeError("Cannot draw a study without trials: wanted at least one");
  }
  for (const { validationAccuracy: accuracy } of trials) {
    if (accuracy >= 0 && accuracy <= 1) continue;
    throw new RangeError(`Cannot draw a trial of accuracy ${accuracy}: must be 0 to 1`);
  }
  let epochs = 0;
  const ends = trials.map((trial) => ({ ...trial, at: epochs += trial.accuracies.length }));
  const whole = ends.filter(({ isStopped }) => !isStopped);
  const steps = whole.filter(({ validationAccuracy }, i) =>
    whole.slice(0, i).every((other) => other.validationAccuracy < validationAccuracy)
  );
  const best = steps.at(-1);
  const dots = (own: typeof ends, name: string, color: string, symbol: string) => ({
    type: "scatter" as const,
    mode: "markers" as const,
    name,
    x: own.map(({ at }) => at),
    y: own.map(({ validationAccuracy }) => 100 * validationAccuracy),
    marker: { size: 7, color, symbol },
    hovertemplate: `%{y:.2f} % after %{x:,} epochs<extra>${name}</extra>`,
  });
  const line = best === undefined ? [] : [...steps, { ...best, at: epochs }];
  // One that learned nothing would press the others together at the top.
  const low = lowerQuarter(ends.map(({ validationAccuracy }) => 100 * validationAccuracy));
  const top = 100 * Math.max(...ends.map(({ validationAccuracy }) => validationAccuracy));
  const room = Math.max(0.5, top - low);
  const stopped = ends.filter(({ isStopped }) => isStopped);
  return {
    data: [
      ...(stopped.length > 0 ? [dots(stopped, "stopped early", theme.muted, "circle-open")] : []),
      ...(whole.length > 0
        ? [dots(whole, "trained to the end", theme.categories[0], "circle")]
        : []),
      ...(line.length === 0 ? [] : [{
        type: "scatter" as const,
        mode: "lines" as const,
        name: "best so far",
        x: line.map(({ at }) => at),
        y: line.map(({ validationAccuracy }) => 100 * validationAccuracy),
        line: { color: theme.accent, width: 2, shape: "hv" as const },
        hoverinfo: "skip" as const,
      }]),
    ],
    layout: {
      ...baseLayout({
        title: titleOf(trials.length, epochs, best),
        subtitle: "What lies far below the others is not shown",
        plotHeight: 300,
        margin: { top: 26 },
      }),
      xaxis: axis("epochs trained in all trials so far", {
        range: [0, epochs * 1.03],
        ticks: "outside",
        tickformat: ",d",
        ...(epochs <= 12 ? { dtick: 1 } : {}),
      }),
      yaxis: axis("validation accuracy (%)", {
        range: [Math.max(0, low - 0.1 * room), top + 0.1 * room],
        nticks: 7,
      }),
      ...legendAbove(),
    },
  };
}

function lowerQuarter(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 4)];
}

function titleOf(
  count: number,
  epochs: number,
  best: { readonly validationAccuracy: number; readonly at: number } | undefined,
): string {
  const trials = `${count} ${count === 1 ? "trial" : "trials"}`;
  const all = `${thousands(epochs)} ${epochs === 1 ? "epoch" : "epochs"}`;
  if (best === undefined) return `None of ${trials} has gone to its end in ${all}`;
  return `The best of ${trials} reaches ${percent(best.validationAccuracy, 2)}, after ` +
    `${thousands(best.at)} of ${all}`;
}
