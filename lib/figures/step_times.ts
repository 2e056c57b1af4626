import type { Annotations, Data } from "plotly-types";
import { sum } from "../base/statistics.ts";
import { axis } from "./parts/axis.ts";
import { baseLayout } from "./parts/base_layout.ts";
import type { Figure } from "./parts/figure.ts";
import { legendAbove } from "./parts/legend_above.ts";
import { percent } from "./parts/percent.ts";
import { theme } from "./parts/theme.ts";

/** What a part of a training step took. */
export interface StepPart {
  readonly name: string;
  /** What it has in common with others, which the title counts together. */
  readonly kind: string;
  /** Milliseconds of the forward pass, the backward pass, and of what belongs to neither. */
  readonly forward: number;
  readonly backward: number;
  readonly other: number;
  /** Floating-point operations; 0 where they are not what counts. */
  readonly operations: number;
  /** Whether it gets by with fewer operations than that, by Winograd's method. */
  readonly isWinograd: boolean;
}

/** Where the time of a training step goes: a bar for each part, and how fast the parts compute whose
 * operations are known.
 *
 * @param parts in the order of the step
 * @param options.images of the batch
 * @param options.peak the most that the core can do, in GFLOP/s
 * @throws {RangeError} if there is no part, a time is negative, or all are zero
 */
export function stepTimes(
  parts: readonly StepPart[],
  options: { readonly images: number; readonly peak: number },
): Figure {
  const times = parts.map(({ forward, backward, other }) => forward + backward + other);
  const total = sum(times);
  if (!(total > 0) || parts.some((part) => passes.some(([pass]) => part[pass] < 0))) {
    throw new RangeError(`Cannot draw ${parts.length} parts of ${total} ms: wanted times above 0`);
  }
  const [kind, time] = longestKind(parts, times);
  const longest = Math.max(...times) / total;
  return {
    data: passes.map(([pass, name, color]) => bars(parts, total, { pass, name, color })),
    layout: {
      ...baseLayout({
        title: `${kind[0].toUpperCase()}${kind.slice(1)} takes ` +
          `${percent(time / total, 0)} of a training step`,
        subtitle: subtitle(parts, total, options),
        plotHeight: parts.length * 30,
        margin: { top: 26, left: 190, right: 166 },
      }),
      xaxis: axis("share of one step (%)", {
        range: [0, 100 * longest * 1.22],
        nticks: 6,
        ticks: "outside",
      }),
      yaxis: axis("", { type: "category", autorange: "reversed", showgrid: false, ticks: "" }),
      barmode: "stack",
      bargap: 0.3,
      annotations: [
        ...headings(),
        ...parts.flatMap((part, i) => [
          label(part, times[i] / total, part.kind === kind),
          ...(part.operations > 0 ? speed(part, times[i], options.peak) : []),
        ]),
      ],
      showlegend: true,
      legend: { ...legendAbove().legend, traceorder: "normal" },
    },
  };
}

const passes = [
  ["forward", "forward pass", theme.categories[0]],
  ["backward", "backward pass", theme.categories[4]],
  ["other", "neither", theme.muted],
] as const;

/** Where the columns on the right end, in pixels beside the plotting area. */
const columns = { speed: 76, share: 132 } as const;

/** The kind whose parts take the longest together, and how long. */
function longestKind(parts: readonly StepPart[], times: readonly number[]): [string, number] {
  const sums = new Map<string, number>();
  parts.forEach(({ kind }, i) => sums.set(kind, (sums.get(kind) ?? 0) + times[i]));
  return [...sums].reduce((most, next) => next[1] > most[1] ? next : most);
}

function subtitle(
  parts: readonly StepPart[],
  total: number,
  { images, peak }: { readonly images: number; readonly peak: number },
): string {
  const step = `A step of ${images} images takes ${twoDigits(total)} ms on one core, ` +
    `whose peak is ${twoDigits(peak)} GFLOP/s`;
  return parts.some(({ isWinograd }) => isWinograd)
    ? `${step}; where there is a *, Winograd’s method needs fewer operations than are counted`
    : step;
}

function bars(
  parts: readonly StepPart[],
  total: number,
  { pass, name, color }: { pass: typeof passes[number][0]; name: string; color: string },
): Partial<Data> {
  return {
    type: "bar",
    orientation: "h",
    name,
    y: parts.map((part) => part.name),
    x: parts.map((part) => 100 * part[pass] / total),
    customdata: parts.map((part) => Number(part[pass].toPrecision(3))),
    marker: { color },
    hovertemplate: `%{y}: %{customdata} ms<extra>${name}</extra>`,
  };
}

/** The share of a part, beside its bar. */
function label({ name }: StepPart, share: number, isAccented: boolean): Partial<Annotations> {
  return {
    ...{ x: 100 * share, y: name, xanchor: "left", xshift: 4, showarrow: false },
    text: percent(share, share < 0.0995 ? 1 : 0),
    font: { color: isAccented ? theme.accent : theme.ink },
  };
}

/** How fast a part computes, in columns on the right. */
function speed(part: StepPart, milliseconds: number, peak: number): Partial<Annotations>[] {
  const gigaflops = part.operations / milliseconds / 1e6;
  const y = { y: part.name };
  return [
    column(columns.speed, { ...y, text: twoDigits(gigaflops) }),
    column(columns.share, { ...y, text: percent(gigaflops / peak, 0) }),
    ...(part.isWinograd
      ? [{ ...column(columns.share - 3, { ...y, text: "*" }), xanchor: "left" as const }]
      : []),
  ];
}

function headings(): Partial<Annotations>[] {
  const place = {
    y: 1,
    yref: "paper",
    yanchor: "bottom",
    yshift: 5,
    font: { color: theme.muted },
  } as const;
  return [
    column(columns.speed, { ...place, text: "GFLOP/s" }),
    column(columns.share, { ...place, text: "of peak" }),
  ];
}

/** Text that ends so many pixels beside the plotting area. */
function column(xshift: number, more: Partial<Annotations>): Partial<Annotations> {
  return { x: 1, xref: "paper", xanchor: "right", xshift, showarrow: false, ...more };
}

/** A number with two digits that count, or all before the point. */
function twoDigits(value: number): string {
  return value < 9.95 ? value.toPrecision(2) : value.toFixed(0);
}
