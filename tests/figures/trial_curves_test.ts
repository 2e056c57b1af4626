import { assert, assertAlmostEquals, assertEquals, assertThrows } from "../support/assert.ts";
import { figureTitle } from "@lib/figures/parts/figure_title.ts";
import { type LearningTrial, trialCurves } from "@lib/figures/trial_curves.ts";
import { assertDrawable } from "./assert_drawable.ts";

interface Trace {
  readonly name: string;
  readonly x: (number | null)[];
  readonly y: (number | null)[];
  readonly marker: { readonly size: number[] };
}

function trial(accuracies: readonly number[], epochs: number): LearningTrial {
  return { accuracies, epochs, isStopped: accuracies.length < epochs };
}

Deno.test("trialCurves() draws each trial over the share of its epochs, with a mark at its end", async () => {
  const trials = [
    trial([0.9, 0.95, 0.97, 0.98], 4),
    trial([0.8], 4),
    trial([0.85, 0.99], 2),
    trial([0.7, 0.8], 5),
  ];
  const figure = trialCurves(trials);
  assertEquals(
    figureTitle(figure),
    "2 of 4 trials were stopped early, which saved 6 of 15 epochs",
  );
  const traces = figure.data as unknown as Trace[];
  assertEquals(traces.map(({ name, x }) => [name, ...x]), [
    ["stopped early", 25, null, 20, 40, null],
    ["to the end", 25, 50, 75, 100, null],
    ["the best", 50, 100, null],
  ]);
  const [stopped, , best] = traces;
  assertEquals(stopped.marker.size.map((size) => size > 0), [true, false, false, true, false]);
  assertAlmostEquals(best.y[1]!, 1);
  await assertDrawable(figure);
});

Deno.test("trialCurves() draws one trial, one without errors, and none that was stopped", async () => {
  const perfect = trialCurves([trial([1], 1)]);
  assertEquals(figureTitle(perfect), "None of 1 trial was stopped early");
  assertEquals(perfect.data.length, 1);
  const [low, high] = perfect.layout.yaxis!.range as number[];
  assert(Number.isFinite(low) && low < high);
  await assertDrawable(perfect);
  const alone = trialCurves([trial([0.5], 3)]);
  assertEquals(figureTitle(alone), "1 of 1 trial was stopped early, which saved 2 of 3 epochs");
  await assertDrawable(alone);
});

Deno.test("trialCurves() refuses no trial, too many epochs, and accuracies that are none", () => {
  const cases: [LearningTrial[], string][] = [
    [[], "wanted at least one"],
    [[trial([], 3)], "Cannot draw 0 epochs of a trial of 3"],
    [[{ ...trial([0.5, 0.6], 1) }], "Cannot draw 2 epochs of a trial of 1"],
    [[trial([0.5, 1.2], 2)], "accuracy 1.2"],
  ];
  for (const [trials, message] of cases) {
    assertThrows(() => trialCurves(trials), RangeError, message);
  }
});
