/** A figure of how the trials of a study learned.
 *
 * @module
 */

import type { PlotData } from "plotly-types";
import { thousands } from "../base/format.ts";
import { sum } from "../base/statistics.ts";
import { axis } from "./parts/axis.ts";
import { baseLayout } from "./parts/base_layout.ts";
import type { Figure } from "./parts/figure.ts";
import { legendAbove } from "./parts/legend_above.ts";
import { theme } from "./parts/theme.ts";

/** A trial of a study, as it learned. */
export interface LearningTrial {
  /** 0 to 1, after each of its epochs. */
  readonly accuracies: readonly number[];
  /** How many epochs it was to have. */
  readonly epochs: number;
  /** Whether it was stopped before its last epoch. */
  readonly isStopped: boolean;
}

/** The validation error of each trial, epoch by epoch, over the share of its own epochs: where early stopping has cut
 * it off, and how far the others came.
 *
 * @param trials in any order
 * @throws {RangeError} if there are none, one has more epochs than it was to have, or an accuracy is not 0 to 1
 *
 * @example
 * ```ts
 * import { figureTitle } from "@lib/figures/parts/figure_title.ts";
 * import { trialCurves } from "@lib/figures/trial_curves.ts";
 * import { match } from "node:assert";
 * const figure = trialCurves([
 *   { accuracies: [0.9, 0.95, 0.97], epochs: 3, isStopped: false },
 *   { accuracies: [0.8], epochs: 3, isStopped: true },
 * ]);
 * match(figureTitle(figure), /^1 of 2 trials was stopped early, which saved 2 of 6 epochs/);
 * ```
 */
export function trialCurves(trials: readonly LearningTrial[]): Figure {
  check(trials);
  const errors = trials.flatMap(({ accuracies }) => accuracies.map(errorOf));
  const whole = trials.filter(({ isStopped }) => !isStopped);
  const last = ({ accuracies }: LearningTrial): number => accuracies.at(-1)!;
  const best = whole.toSorted((a, b) => last(b) - last(a)).slice(0, 1);
  const others = whole.filter((trial) => !best.includes(trial));
  const stopped = trials.filter(({ isStopped }) => isStopped);
  return {
    data: [
      lines(stopped, "stopped early", { color: theme.muted, width: 1, symbol: "circle-open" }),
      lines(others, "to the end", { color: theme.categories[0], width: 1.5, symbol: "circle" }),
      lines(best, "the best", { color: theme.accent, width: 3, symbol: "circle" }),
    ].filter(({ x }) => x.length > 0),
    layout: {
      ...baseLayout({
        title: titleOf(trials, stopped),
        subtitle: "Validation error of each trial, epoch by epoch; a stopped one ends in a ring",
        plotHeight: 320,
        margin: { top: 26 },
      }),
      xaxis: axis("share of the trial’s own epochs (%)", { range: [0, 103], ticks: "outside" }),
      yaxis: axis("validation error (%), logarithmic", {
        type: "log",
        range: [Math.log10(Math.min(...errors) / 1.2), Math.log10(Math.max(...errors) * 1.2)],
        tickvals: ticks,
        ticktext: ticks.map(String),
      }),
      ...legendAbove(),
    },
  };
}

const ticks = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100];

/** In per cent; a trial without any error still has a place on a logarithmic axis. */
function errorOf(accuracy: number): number {
  return Math.max(0.01, 100 * (1 - accuracy));
}

/** Some trials as one line with gaps, a mark at the end of each. */
function lines(
  trials: readonly LearningTrial[],
  name: string,
  { color, width, symbol }: {
    readonly color: string;
    readonly width: number;
    readonly symbol: "circle" | "circle-open";
  },
): Partial<PlotData> & { readonly x: (number | null)[] } {
  const marks = trials.flatMap(({ accuracies }) => [
    ...accuracies.map((_, i) => i === accuracies.length - 1 ? 8 : 0),
    0,
  ]);
  return {
    type: "scatter",
    mode: "lines+markers",
    name,
    x: trials.flatMap(({ accuracies, epochs }) => [
      ...accuracies.map((_, i) => 100 * (i + 1) / epochs),
      null,
    ]),
    y: trials.flatMap(({ accuracies }) => [...accuracies.map(errorOf), null]),
    line: { color, width },
    marker: { color, symbol, size: marks, opacity: marks.map((size) => size > 0 ? 1 : 0) },
    hovertemplate: `%{y:.2f} % after %{x:.0f} % of its epochs<extra>${name}</extra>`,
  };
}

function titleOf(trials: readonly LearningTrial[], stopped: readonly LearningTrial[]): string {
  const count = `${trials.length} ${trials.length === 1 ? "trial" : "trials"}`;
  if (stopped.length === 0) return `None of ${count} was stopped early`;
  const [all, saved] = [trials, stopped].map((some) => sum(some.map(({ epochs }) => epochs)));
  const spent = sum(stopped.map(({ accuracies }) => accuracies.length));
  return `${stopped.length} of ${count} ${stopped.length === 1 ? "was" : "were"} stopped early, ` +
    `which saved ${thousands(saved - spent)} of ${thousands(all)} epochs`;
}

function check(trials: readonly LearningTrial[]): void {
  if (trials.length === 0) {
    throw new RangeError("Cannot draw how no trials learned: wanted at least one");
  }
  for (const { accuracies, epochs } of trials) {
    if (accuracies.length < 1 || accuracies.length > epochs) {
      throw new RangeError(
        `Cannot draw ${accuracies.length} epochs of a trial of ${epochs}: wanted 1 to ${epochs}`,
      );
    }
    const wrong = accuracies.find((accuracy) => !(accuracy >= 0 && accuracy <= 1));
    if (wrong !== undefined) throw new RangeError(`Cannot draw accuracy ${wrong}: must be 0 to 1`);
  }
}
