import type { Data, Layout, LayoutAxis } from "plotly-types";
import { axis } from "@lib/figures/parts/axis.ts";
import { baseLayout } from "@lib/figures/parts/base_layout.ts";
import type { Figure } from "@lib/figures/parts/figure.ts";
import { legendAbove } from "@lib/figures/parts/legend_above.ts";
import { theme } from "@lib/figures/parts/theme.ts";
import { type Panel, type Place, type Scaling, scalingPanels } from "./scaling_panels.ts";

const suffixes = ["", "2", "3"] as const;
const domains = [[0, 0.34], [0.42, 0.58], [0.66, 1]];

/** Training time over images, workers and width of the network. All axes are logarithmic: what is in
 * proportion is a straight line there, and such lines are drawn dotted. The width stands at the
 * multiply-adds that the network has with it.
 *
 * @throws {RangeError} if the points do not make three panels
 */
export function scalingFigure(scaling: Scaling): Figure {
  const panels = scalingPanels(scaling);
  const logs = panels.flatMap((panel) =>
    panel.lines.flatMap(({ places }) => [...places, ...expectedEnds(panel, places)])
  ).map(({ seconds }) => Math.log10(seconds));
  const range = [Math.min(...logs) - 0.15, Math.max(...logs) + 0.15];
  const axes: [string, Partial<LayoutAxis>][] = panels.flatMap(({ title, lines }, i) => [
    [`xaxis${suffixes[i]}`, xAxis(title, lines[0].places, i)],
    [`yaxis${suffixes[i]}`, yAxis(range, i)],
  ]);
  return {
    data: panels.flatMap((panel, i) =>
      panel.lines.flatMap((line, hue) => [
        expected(expectedEnds(panel, line.places), i, { showlegend: i === 0 && hue === 0 }),
        measured(line.places, i, panel.lines.length === 1 ? null : { ...line, hue }),
      ])
    ),
    layout: {
      ...baseLayout({
        title: finding(panels),
        subtitle: `An epoch of the compact network, batches of ${scaling.batchSize}`,
        plotHeight: 300,
        margin: { top: 22 },
      }),
      ...Object.fromEntries(axes) as Partial<Layout>,
      ...legendAbove(),
    },
  };
}

function measured(
  places: readonly Place[],
  panel: number,
  named: { readonly workers: number; readonly hue: number } | null,
): Partial<Data> {
  const color = theme.categories[named?.hue ?? 0];
  return {
    type: "scatter",
    mode: "lines+markers",
    ...(named === null ? { showlegend: false } : { name: workersText(named.workers) }),
    x: places.map(({ x }) => x),
    y: places.map((place) => place.seconds),
    ...axesOf(panel),
    marker: { color, size: 8, symbol: named?.hue === 1 ? "square" : "circle" },
    line: { color, width: 2 },
    hovertemplate: "%{y:.2f} s<extra></extra>",
  };
}

function expected(
  ends: readonly Pick<Place, "x" | "seconds">[],
  panel: number,
  { showlegend }: { readonly showlegend: boolean },
): Partial<Data> {
  return {
    type: "scatter",
    mode: "lines",
    name: "in proportion",
    showlegend,
    x: ends.map(({ x }) => x),
    y: ends.map(({ seconds }) => seconds),
    ...axesOf(panel),
    line: { color: theme.muted, width: 1.5, dash: "dot" },
    hoverinfo: "skip",
  };
}

function expectedEnds(
  { slope, through }: Panel,
  places: readonly Place[],
): Pick<Place, "x" | "seconds">[] {
  const fixed = places.at(through)!;
  return [places[0], places.at(-1)!].map(({ x }) => ({
    x,
    seconds: fixed.seconds * (x / fixed.x) ** slope,
  }));
}

function axesOf(panel: number): { xaxis: string; yaxis: string } {
  return { xaxis: `x${suffixes[panel]}`, yaxis: `y${suffixes[panel]}` };
}

function xAxis(title: string, places: readonly Place[], panel: number): Partial<LayoutAxis> {
  const logs = places.map(({ x }) => Math.log10(x));
  const margin = Math.max(0.1, 0.12 * (logs.at(-1)! - logs[0]));
  return axis(title, {
    type: "log",
    tickvals: places.map(({ x }) => x),
    ticktext: places.map(({ tick }) => tick),
    ticks: "outside",
    range: [logs[0] - margin, logs.at(-1)! + margin],
    domain: domains[panel],
    anchor: axesOf(panel).yaxis as "y",
  });
}

function yAxis(range: number[], panel: number): Partial<LayoutAxis> {
  const tickvals = [-2, -1, 0, 1, 2].flatMap((power) =>
    [1, 2, 5].map((digit) => Number(`${digit}e${power}`))
  );
  return axis(panel === 0 ? "training time (s)" : "", {
    type: "log",
    tickvals,
    ticktext: tickvals.map(String),
    range,
    anchor: axesOf(panel).xaxis as "x",
  });
}

/** By how many times the time grows, or falls, from one end of each panel to the other. */
function finding([images, workers, width]: readonly Panel[]): string {
  const grown = ({ lines: [{ places }] }: Panel): { by: number; time: number } => {
    const [first, last] = [places[0], places.at(-1)!];
    return { by: last.x / first.x, time: last.seconds / first.seconds };
  };
  const [n, w, m] = [images, workers, width].map(grown);
  const times = (factor: number): string => `${Number(factor.toPrecision(2))} times`;
  const alone = `${times(n.by)} the images take ${times(n.time)} the time, ${times(m.by)} the ` +
    `multiply-adds ${times(m.time)}`;
  return w.by === 1 ? alone : `${alone}; ${workersText(w.by)} are ${times(1 / w.time)} as fast`;
}

function workersText(count: number): string {
  return count === 1 ? "1 worker" : `${count} workers`;
}
