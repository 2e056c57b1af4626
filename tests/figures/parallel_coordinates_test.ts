import { assert, assertEquals, assertStringIncludes, assertThrows } from "../support/assert.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { figureTitle } from "@lib/figures/parts/figure_title.ts";
import {
  parallelCoordinates,
  type SettingAxis,
  type TrialLine,
} from "@lib/figures/parallel_coordinates.ts";
import { assertDrawable } from "./assert_drawable.ts";

interface Trace {
  readonly y: number[];
  readonly line: { readonly color: string; readonly dash: string };
}

const axes: SettingAxis[] = [
  { name: "learning rate", ticks: [{ at: 0, text: "0.01" }, { at: 1, text: "1" }] },
  { name: "batch size", ticks: [{ at: 0.25, text: "32" }, { at: 0.75, text: "64" }] },
];

Deno.test("parallelCoordinates() draws a line for each trial, ranked at the right, the best accented", async () => {
  const rng = rngFromSeed(1);
  const trials = Array.from({ length: 20 }, (): TrialLine => ({
    places: [rng.uniform(), rng.uniform()],
    validationAccuracy: rng.uniform(),
    isStopped: rng.uniform() < 0.5,
  }));
  const figure = parallelCoordinates(axes, trials);
  const lines = figure.data as unknown as Trace[];
  const order = trials.toSorted((a, b) => a.validationAccuracy - b.validationAccuracy);
  assertEquals(lines.map(({ y }) => y.slice(0, 2)), order.map(({ places }) => [...places]));
  assertEquals(lines.map(({ y }) => y[2]), order.map((_, i) => i / 19));
  assertEquals(
    lines.map(({ line }) => line.dash === "dot"),
    order.map(({ isStopped }) => isStopped),
  );
  const best = order.findLastIndex(({ isStopped }) => !isStopped);
  assertEquals(lines.findIndex(({ line }) => line.color === "#d55e00"), best);
  const svg = await assertDrawable(figure);
  for (const text of ["learning", "0.01", "64", "accuracy"]) assertStringIncludes(svg, text);
});

Deno.test("parallelCoordinates() draws one trial, two, and none that went to its end", async () => {
  const line = { places: [0, 1], validationAccuracy: 0.5, isStopped: true };
  for (const trials of [[line], [line, { ...line, isStopped: false }]]) {
    await assertDrawable(parallelCoordinates(axes, trials));
  }
  assertEquals(
    figureTitle(parallelCoordinates(axes, [line])),
    "None of 1 trial has gone to its end",
  );
  const ended = { ...line, isStopped: false };
  assert(
    figureTitle(parallelCoordinates(axes, [ended])).startsWith("The best of 1 trial reaches 50"),
  );
});

Deno.test("parallelCoordinates() refuses nothing, and places that do not fit", () => {
  const line = { places: [0, 1], validationAccuracy: 0.5, isStopped: true };
  const cases: [SettingAxis[], TrialLine[], string][] = [
    [[], [line], "1 trials over 0 settings"],
    [axes, [], "0 trials over 2 settings"],
    [axes, [{ ...line, places: [0] }], "found 1 places, wanted one for each of 2 axes"],
    [axes, [{ ...line, places: [0, 1.1] }], "Cannot draw 1.1"],
    [axes, [{ ...line, validationAccuracy: NaN }], "Cannot draw NaN"],
  ];
  for (const [own, trials, message] of cases) {
    assertThrows(() => parallelCoordinates(own, trials), RangeError, message);
  }
});
