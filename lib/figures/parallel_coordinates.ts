/** A figure of all settings of a study at once.
 *
 * @module
 */

import type { Annotations, Data, Shape } from "plotly-types";
import { baseLayout } from "./parts/base_layout.ts";
import type { Figure } from "./parts/figure.ts";
import { percent } from "./parts/percent.ts";
import { theme } from "./parts/theme.ts";

/** A setting as an upright axis. */
export interface SettingAxis {
  /** What it is called. */
  readonly name: string;
  /** Labels beside it, at places from 0, below, to 1. */
  readonly ticks: readonly { readonly at: number; readonly text: string }[];
}

/** A trial as a line across the axes. */
export interface TrialLine {
  /** Where it crosses each axis, 0 to 1. */
  readonly places: readonly number[];
  /** 0 to 1. */
  readonly validationAccuracy: number;
  /** Whether it was stopped before its last epoch: such lines are drawn thin. */
  readonly isStopped: boolean;
}

/** The trials of a study as lines across one axis for each setting and a last one for the accuracy: where the bright
 * lines meet, good settings lie (parallel coordinates: Inselberg, 1985, https://doi.org/10.1007/BF01898350).
 *
 * @param axes at least one
 * @param trials in any order; the best that went to its end is accented
 * @throws {RangeError} if there is no axis or trial, a trial has not a place for each axis, or a number is not 0 to 1
 *
 * @example
 * ```ts
 * import { parallelCoordinates } from "@lib/figures/parallel_coordinates.ts";
 * import { figureTitle } from "@lib/figures/parts/figure_title.ts";
 * import { match } from "node:assert";
 * const ticks = [{ at: 0, text: "0.01" }, { at: 1, text: "1" }];
 * const figure = parallelCoordinates([{ name: "learning rate", ticks }], [
 *   { places: [0.2], validationAccuracy: 0.9, isStopped: true },
 *   { places: [0.7], validationAccuracy: 0.98, isStopped: false },
 * ]);
 * match(figureTitle(figure), /^The best of 2 trials reaches 98.00.%/);
 * ```
 */
export function parallelCoordinates(
  axes: readonly SettingAxis[],
  trials: readonly TrialLine[],
): Figure {
  check(axes, trials);
  const order = trials.toSorted((a, b) => a.validationAccuracy - b.validationAccuracy);
  const best = order.findLast(({ isStopped }) => !isStopped);
  // By rank: one trial that learned nothing would take the whole range.
  const lines = order.map((trial, rank): Partial<Data> => {
    const height = order.length === 1 ? 1 : rank / (order.length - 1);
    const isBest = trial === best;
    return {
      type: "scatter",
      mode: "lines",
      x: Array.from({ length: axes.length + 1 }, (_, i) => i),
      y: [...trial.places, height],
      line: {
        color: isBest ? theme.accent : shade(height),
        width: isBest ? 3.5 : trial.isStopped ? 1 : 2,
        dash: trial.isStopped ? "dot" : "solid",
      },
      opacity: isBest ? 1 : 0.8,
      name: percent(trial.validationAccuracy, 2),
      hoverinfo: "name",
    };
  });
  const ends = [order[0], order[order.length >> 1], order.at(-1)!];
  const result = {
    name: "accuracy",
    ticks: [0, (order.length >> 1) / Math.max(1, order.length - 1), 1].flatMap((at, i) =>
      order.length < 3 && i < 2 && !(order.length === 2 && i === 0)
        ? []
        : [{ at, text: percent(ends[i].validationAccuracy, 1) }]
    ),
  };
  const isOne = trials.length === 1;
  return {
    data: lines,
    layout: {
      ...baseLayout({
        title: best === undefined
          ? `None of ${trials.length} ${isOne ? "trial" : "trials"} has gone to its end`
          : `The best of ${trials.length} ${isOne ? "trial" : "trials"} reaches ${
            percent(best.validationAccuracy, 2)
          } on validation data`,
        subtitle: "A line for each trial, brighter and higher at the right the better it did; " +
          "dotted where it was stopped early",
        plotHeight: 320,
        margin: { top: 40, left: 60, right: 76, bottom: 30 },
      }),
      xaxis: { visible: false, range: [-0.05, axes.length + 0.05], fixedrange: true },
      yaxis: { visible: false, range: [-0.04, 1.04], fixedrange: true },
      shapes: [...axes, result].map((_, i): Partial<Shape> => ({
        type: "line",
        ...{ x0: i, x1: i, y0: 0, y1: 1, layer: "below" },
        line: { color: theme.muted, width: 1 },
      })),
      annotations: [...axes, result].flatMap((each, i) => labels(each, i, i === axes.length)),
    },
  };
}

/** The name of an axis above it, in two lines where it has two words, and its ticks beside it. */
function labels({ name, ticks }: SettingAxis, x: number, isLast: boolean): Partial<Annotations>[] {
  const plain = { showarrow: false, x } as const;
  return [
    {
      ...plain,
      y: 1.04,
      yanchor: "bottom",
      text: name.replace(" ", "<br>"),
      font: { size: theme.font.size, color: theme.muted },
    },
    ...ticks.map(({ at, text }) => ({
      ...plain,
      y: at,
      text,
      xanchor: isLast ? "left" as const : "right" as const,
      xshift: isLast ? 4 : -4,
      bgcolor: theme.paper,
      opacity: 0.9,
      font: { size: theme.font.smallSize, color: theme.ink },
    })),
  ];
}

function shade(height: number): string {
  const { cividis } = theme;
  return cividis[Math.round(height * (cividis.length - 1))][1];
}

function check(axes: readonly SettingAxis[], trials: readonly TrialLine[]): void {
  if (axes.length === 0 || trials.length === 0) {
    throw new RangeError(
      `Cannot draw ${trials.length} trials over ${axes.length} settings: wanted one of each`,
    );
  }
  for (const { places, validationAccuracy } of trials) {
    if (places.length !== axes.length) {
      throw new RangeError(
        `Cannot draw a trial: found ${places.length} places, wanted one for each of ${axes.length} axes`,
      );
    }
    const wrong = [...places, validationAccuracy].find((value) => !(value >= 0 && value <= 1));
    if (wrong !== undefined) throw new RangeError(`Cannot draw ${wrong}: must be 0 to 1`);
  }
}
