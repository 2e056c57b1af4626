/** A figure of what may be read and what of it is wrong.
 *
 * @module
 */

import type { Data } from "plotly-types";
import { thousands } from "../base/format.ts";
import { axis } from "./parts/axis.ts";
import { baseLayout } from "./parts/base_layout.ts";
import type { Figure } from "./parts/figure.ts";
import { legendAbove } from "./parts/legend_above.ts";
import { percent } from "./parts/percent.ts";
import { theme } from "./parts/theme.ts";

/** What is read, and what of it is wrong, from some confidence on. */
export interface RiskCoverageStep {
  /** Share of all that is read, 0 to 1. */
  readonly coverage: number;
  /** Share of what is read that is wrong, 0 to 1. */
  readonly risk: number;
}

/** The step at which most is read while no more is wrong than a target allows. */
export interface RiskCoverageMark extends RiskCoverageStep {
  /** The confidence from which on it is read, 0 to 1. */
  readonly threshold: number;
  readonly read: number;
  readonly wrong: number;
  /** The high end of the confidence interval of `risk`, 0 to 1. */
  readonly riskAtMost: number;
}

/** One reader. */
export interface RiskCoverageLine {
  /** As the legend has it: "both readers". */
  readonly name: string;
  /** From the surest reading on. */
  readonly curve: readonly RiskCoverageStep[];
  /** One for each target, in their order; undefined where none is reached. */
  readonly marks: readonly (RiskCoverageMark | undefined)[];
}

/** Shares in per cent that the axis names. */
const ticks = [0, 0.1, 0.5, 1, 2, 5, 10, 20, 30, 50, 70, 100];

/** Share of all that the first readings make, on which risk jumps from one to the next: what lies above
 * all the rest there is cut off. Higher, it hides mistakes of sure readings; lower, one such mistake presses
 * the targets together at the bottom. Not measured. */
const beginning = 0.02;

/** What share of readings is wrong over what share is read, where all below some confidence are left to
 * people (El-Yaniv and Wiener, 2010, https://jmlr.org/papers/v11/el-yaniv10a.html): a curve for each reader,
 * a dashed line for each target, and a dot where the most is read within it, with a bar up to what the risk
 * may be.
 *
 * @param lines of one or several readers
 * @param targets the largest shares wrong that are aimed at, 0 to 1; the title speaks of the first
 * @throws {RangeError} if there is no reader or target, a curve is empty, a reader has not one mark for each
 * target, or a share is outside 0 to 1
 *
 * @example
 * ```ts
 * import { riskCoverageFigure } from "@lib/figures/risk_coverage_figure.ts";
 * import { figureTitle } from "@lib/figures/parts/figure_title.ts";
 * import { match } from "node:assert";
 * const sure = { threshold: 0.9, read: 800, wrong: 0, coverage: 0.8, risk: 0, riskAtMost: 0.005 };
 * const curve = [sure, { coverage: 1, risk: 0.1 }];
 * const figure = riskCoverageFigure([{ name: "both readers", curve, marks: [sure] }], [0.01]);
 * match(figureTitle(figure), /^With at most 1.% wrong, 80.0.% are read$/);
 * ```
 */
export function riskCoverageFigure(
  lines: readonly RiskCoverageLine[],
  targets: readonly number[],
): Figure {
  if (lines.length === 0 || targets.length === 0) {
    throw new RangeError(
      `Cannot draw risk over coverage: found ${lines.length} readers and ${targets.length} ` +
        "targets, wanted at least one of each",
    );
  }
  lines.forEach((line) => checkLine(line, targets));
  targets.forEach((target) => checkShare(target, "a target"));
  const top = Math.sqrt(Math.min(100, 110 * highest(lines, targets)));
  return {
    data: [
      ...targets.map(targetLine),
      ...lines.map((line, index) => curveOf(line, colourOf(index))),
      ...lines.flatMap((line, index) => marksOf(line, colourOf(index), lines.length === 1)),
    ],
    layout: {
      ...baseLayout({
        title: finding(lines, targets[0]),
        subtitle:
          "dot: the most that is read within a target; its bar goes up to the high end of " +
          "the confidence interval of the share wrong",
        plotHeight: 340,
        margin: { top: lines.length > 1 ? 26 : 6, right: 110 },
      }),
      xaxis: axis("share read (%)", { range: [0, 101], nticks: 11, ticks: "outside" }),
      yaxis: axis("share wrong of those read (%, square-root scale)", {
        range: [-0.02 * top, top], // room for dots at 0
        tickvals: ticks.map(Math.sqrt),
        ticktext: ticks.map(String),
      }),
      annotations: targets.map((target) => ({
        ...{ xref: "paper", x: 1, xanchor: "left", xshift: 6, yanchor: "middle" } as const,
        y: Math.sqrt(100 * target),
        text: `target ${inPercent(target)}`,
        font: { color: theme.muted },
        showarrow: false,
      })),
      ...(lines.length > 1 ? legendAbove() : {}),
    },
  };
}

function checkLine({ name, curve, marks }: RiskCoverageLine, targets: readonly number[]): void {
  if (curve.length === 0) {
    throw new RangeError(`Cannot draw risk over coverage: found no step of "${name}", wanted one`);
  }
  if (marks.length !== targets.length) {
    throw new RangeError(
      `Cannot draw risk over coverage: found ${marks.length} marks of "${name}", wanted one for ` +
        `each of ${targets.length} targets`,
    );
  }
  const reached = marks.filter((mark) => mark !== undefined);
  const shares = [...curve, ...reached].flatMap(({ coverage, risk }) => [coverage, risk]);
  for (const share of [...shares, ...reached.map(({ riskAtMost }) => riskAtMost)]) {
    checkShare(share, `a share of "${name}"`);
  }
}

function checkShare(share: number, what: string): void {
  if (share >= 0 && share <= 1) return;
  throw new RangeError(`Cannot draw risk over coverage: found ${share} as ${what}, wanted 0 to 1`);
}

function colourOf(index: number): string {
  return theme.categories[index % theme.categories.length];
}

/** A target in per cent, with no more decimals than it has. */
function inPercent(share: number): string {
  return `${Number((100 * share).toPrecision(3))}\u00a0%`;
}

/** The largest share that is to be seen, above 0. */
function highest(lines: readonly RiskCoverageLine[], targets: readonly number[]): number {
  const shares = lines.flatMap(({ curve, marks }) => [
    ...curve.filter(({ coverage }) => coverage >= beginning).map(({ risk }) => risk),
    ...marks.map((mark) => mark?.riskAtMost ?? 0),
  ]);
  return [...shares, ...targets].reduce((most, share) => Math.max(most, share), 0.001);
}

function targetLine(target: number): Partial<Data> {
  return {
    type: "scatter",
    mode: "lines",
    x: [0, 100],
    y: [100 * target, 100 * target].map(Math.sqrt),
    line: { color: theme.muted, width: 1, dash: "dash" },
    showlegend: false,
    hoverinfo: "skip",
  };
}

function curveOf({ name, curve }: RiskCoverageLine, color: string): Partial<Data> {
  return {
    type: "scatter",
    mode: "lines",
    name,
    x: curve.map(({ coverage }) => 100 * coverage),
    y: curve.map(({ risk }) => Math.sqrt(100 * risk)),
    line: { color, width: 2 },
    ...(curve.length < 20 ? { mode: "lines+markers", marker: { color, size: 5 } } : {}),
    text: curve.map(({ risk }) => percent(risk, 2)),
    hovertemplate: `%{x:.1f} % read, %{text} of it wrong<extra>${name}</extra>`,
  };
}

/** @param isNamed whether each dot says how much is read; those of several curves would lie over each other */
function marksOf(
  { name, marks }: RiskCoverageLine,
  color: string,
  isNamed: boolean,
): Partial<Data>[] {
  // A step that is within several targets is drawn once.
  const reached = [...new Map(marks.map((mark) => [mark?.coverage, mark])).values()]
    .filter((mark) => mark !== undefined);
  if (reached.length === 0) return [];
  return [{
    type: "scatter",
    mode: isNamed ? "text+markers" : "markers",
    x: reached.map(({ coverage }) => 100 * coverage),
    y: reached.map(({ risk }) => Math.sqrt(100 * risk)),
    marker: { size: 10, color, opacity: 1, line: { color: theme.paper, width: 1 } },
    error_y: {
      type: "data",
      symmetric: false,
      array: reached.map(({ risk, riskAtMost }) => {
        return Math.sqrt(100 * riskAtMost) - Math.sqrt(100 * risk);
      }),
      arrayminus: reached.map(() => 0),
      ...{ color, thickness: 1.5, width: 5 },
    },
    ...(isNamed && {
      text: reached.map(({ coverage }) => percent(coverage)),
      textposition: "top left",
      textfont: { color: theme.ink },
    }),
    customdata: reached.map(({ threshold, read, wrong, riskAtMost }) => {
      const counts = `${thousands(wrong)} of ${thousands(read)} wrong`;
      const from = `confidence from ${percent(threshold, 2)} on`;
      return `${counts}, at most ${percent(riskAtMost, 2)}; ${from}`;
    }),
    hovertemplate: `%{customdata}<extra>${name}</extra>`,
    showlegend: false,
    cliponaxis: false,
  }];
}

function finding(lines: readonly RiskCoverageLine[], target: number): string {
  const wrong = inPercent(target);
  const shares = lines.map(({ marks }) => marks[0]?.coverage ?? 0);
  const most = Math.max(...shares);
  if (most === 0) return `No confidence keeps what is wrong within ${wrong}`;
  const upTo = lines.length > 1 ? "up to " : "";
  return `With at most ${wrong} wrong, ${upTo}${percent(most)} are read`;
}
