/** A figure of loss and accuracy over the steps.
 *
 * @module
 */

import type { PlotData } from "plotly-types";
import { thousands } from "../base/format.ts";
import { axis } from "./parts/axis.ts";
import { baseLayout } from "./parts/base_layout.ts";
import type { Figure } from "./parts/figure.ts";
import { legendAbove } from "./parts/legend_above.ts";
import { percent } from "./parts/percent.ts";
import { smooth } from "./parts/smooth.ts";
import { theme } from "./parts/theme.ts";

/** What training reported so far. */
export interface TrainingHistory {
  readonly steps: readonly {
    /** Mini-batches seen, from 1. */
    readonly step: number;
    /** Mean cross-entropy of the batch, in nats. */
    readonly loss: number;
  }[];
  readonly epochs: readonly {
    readonly epoch: number;
    /** Mini-batches seen when it ended. */
    readonly step: number;
    /** In nats. */
    readonly validationLoss: number;
    /** 0 to 1. */
    readonly validationAccuracy: number;
  }[];
}

/** Loss and validation accuracy over the steps, one above the other. Fit for a figure that is
 * redrawn while training goes on: no points, or one, are drawn too.
 *
 * @param history what there is so far
 * @param options.title in place of the finding
 *
 * @example
 * ```ts
 * import { trainingCurves } from "@lib/figures/training_curves.ts";
 * import { figureTitle } from "@lib/figures/parts/figure_title.ts";
 * import { match } from "node:assert";
 * const epoch = { epoch: 1, step: 200, validationLoss: 0.1, validationAccuracy: 0.97 };
 * const figure = trainingCurves({ steps: [{ step: 1, loss: 2.3 }], epochs: [epoch] });
 * match(figureTitle(figure), /^Validation accuracy reaches 97.00.% after one epoch/);
 * ```
 */
export function trainingCurves(
  history: TrainingHistory,
  options: { readonly title?: string } = {},
): Figure {
  const { steps, epochs } = history;
  const accuracies = epochs.map(({ validationAccuracy }) => validationAccuracy);
  const best = accuracies.indexOf(Math.max(...accuracies));
  const smoothed = smooth(steps.map(({ loss }) => loss));
  const losses = [...steps.map(({ loss }) => loss), ...epochs.map((e) => e.validationLoss)];
  const last = Math.max(10, ...steps.map(({ step }) => step), ...epochs.map(({ step }) => step));
  return {
    data: [
      {
        ...line(steps, steps.map(({ loss }) => loss), "loss of each batch", theme.pale),
        line: { color: theme.pale, width: 1 },
      },
      line(steps, smoothed, "smoothed", theme.categories[0]),
      {
        ...line(epochs, epochs.map((e) => e.validationLoss), "validation", theme.ink),
        mode: "lines+markers",
        marker: { size: 7, color: theme.ink },
        line: { color: theme.ink, width: 1.5, dash: "dot" },
      },
      {
        ...line(epochs, accuracies.map((share) => 100 * share), "validation accuracy", theme.ink),
        mode: "text+lines+markers",
        yaxis: "y2",
        showlegend: false,
        marker: { size: 8, color: epochs.map((_, i) => i === best ? theme.accent : theme.ink) },
        line: { color: theme.ink, width: 1.5 },
        text: accuracies.map((share, i) => i === best ? percent(share, 2) : ""),
        textposition: "top left",
        textfont: { color: theme.accent },
        cliponaxis: false,
      },
    ],
    layout: {
      ...baseLayout({
        title: options.title ?? finding(history, smoothed, best),
        plotHeight: 420,
        margin: { top: 22 },
      }),
      xaxis: axis("step (mini-batches)", {
        range: [0, last * 1.02],
        anchor: "y2",
        ticks: "outside",
        tickformat: ",d",
      }),
      yaxis: axis("loss (nats, logarithmic)", {
        type: "log",
        domain: [0.46, 1],
        ...logTicks(losses),
        ...(losses.length > 0 ? {} : { range: [Math.log10(0.04), Math.log10(3)] }),
      }),
      yaxis2: axis("validation accuracy (%)", {
        domain: [0, 0.37],
        nticks: 5,
        ...(epochs.length > 0 ? {} : { range: [90, 100] }),
      }),
      ...legendAbove(),
    },
  };
}

/** A line over the steps; a single empty point where there are none, so that its panel is drawn. */
function line(
  points: readonly { readonly step: number }[],
  values: readonly number[],
  name: string,
  color: string,
): Partial<PlotData> {
  return {
    type: "scatter",
    mode: values.length < 3 ? "lines+markers" : "lines",
    x: points.length > 0 ? points.map(({ step }) => step) : [null],
    y: points.length > 0 ? [...values] : [null],
    name,
    line: { color, width: 2 },
    hovertemplate: `step %{x:,}: %{y:.4~g}<extra>${name}</extra>`,
  };
}

/** Ticks at 1, 2 and 5 of each power of ten; at more where the losses lie close together. */
function logTicks(losses: readonly number[]): { tickvals: number[]; ticktext: string[] } {
  const positive = losses.filter((loss) => loss > 0);
  const narrow = Math.max(...positive) / Math.min(...positive) < 5;
  const digits = narrow ? [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8] : [1, 2, 5];
  const powers = [-6, -5, -4, -3, -2, -1, 0, 1, 2, 3];
  const tickvals = powers.flatMap((power) =>
    digits.map((digit) => Number((digit * 10 ** power).toPrecision(2)))
  );
  return { tickvals, ticktext: tickvals.map(String) };
}

function finding({ steps, epochs }: TrainingHistory, smoothed: number[], best: number): string {
  if (epochs.length > 0) {
    const { validationAccuracy, epoch } = epochs[best];
    const after = epoch === 1 ? "one epoch" : `${epoch} epochs`;
    return `Validation accuracy reaches ${percent(validationAccuracy, 2)} after ${after}`;
  }
  if (steps.length === 0) return "Training has not begun";
  const [first, now] = [steps[0].loss, smoothed[smoothed.length - 1]];
  if (steps.length === 1) return `The loss is ${first.toFixed(2)} at the first step`;
  return `The loss ${now < first ? "fell" : "rose"} from ${first.toFixed(2)} to ` +
    `${now.toFixed(2)} in ${thousands(steps[steps.length - 1].step)} steps`;
}
