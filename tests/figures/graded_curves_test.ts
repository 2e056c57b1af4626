import { assertEquals, assertThrows } from "../support/assert.ts";
import { gradedCurves } from "@lib/figures/graded_curves.ts";
import { figureTitle } from "@lib/figures/parts/figure_title.ts";
import { assertDrawable } from "./assert_drawable.ts";

const names = ["shift", "rotation", "scale", "noise"];
const disturbances = names.map((name, i) => ({
  ...{ name, axis: `${name} (units)`, amounts: [0, 1, 2] },
  accuracies: [[0.99, 0.9, 0.8 - 0.1 * i], [0.5, 0.4, 0.1]],
}));

Deno.test("gradedCurves() draws a panel for each disturbance, and names the worst", async () => {
  const figure = gradedCurves(disturbances, ["network", "baseline"]);
  await assertDrawable(figure);
  assertEquals(
    figureTitle(figure).replaceAll("\u00a0", " "),
    "Noise costs the network most: down to 50 %",
  );
  const traces = figure.data as unknown as { name: string; xaxis: string; y: number[] }[];
  assertEquals(traces.map(({ xaxis }) => xaxis), ["x", "x", "x2", "x2", "x3", "x3", "x4", "x4"]);
  assertEquals(traces[3].y, [50, 40, 10]);
  // The fourth panel begins a second row, below the first.
  const { yaxis, yaxis4, xaxis, xaxis4 } = figure.layout as Record<string, { domain: number[] }>;
  assertEquals(xaxis4.domain, xaxis.domain);
  assertEquals([yaxis.domain[1], yaxis4.domain[0]], [1, 0]);
  assertEquals(yaxis4.domain[1] < yaxis.domain[0], true);
});

Deno.test("gradedCurves() refuses to draw nothing, and curves that lack a point", () => {
  assertThrows(() => gradedCurves([], ["network"]), RangeError, "found 0 disturbances");
  assertThrows(
    () => gradedCurves([{ ...disturbances[0], accuracies: [[0.9, 0.8]] }], ["network"]),
    RangeError,
    "curves of shift: found 2 accuracies, wanted 3 for each of 1 readers",
  );
});
