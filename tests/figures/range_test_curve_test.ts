import { assertEquals, assertMatch, assertThrows } from "../support/assert.ts";
import { figureTitle } from "@lib/figures/parts/figure_title.ts";
import { rangeTestCurve, type RangeTestData } from "@lib/figures/range_test_curve.ts";
import { assertDrawable } from "./assert_drawable.ts";

const rates = Array.from({ length: 150 }, (_, step) => 10 ** (step / 30 - 4));
const losses = rates.map((rate) => 0.5 + 1.8 / (1 + (rate / 0.01) ** 2) + rate ** 3 / 10);
const usual: RangeTestData = {
  ...{ rates, losses: losses.map((loss, i) => loss + 0.1 * Math.sin(i)), smoothed: losses },
  ...{ steepest: 0.01, diverged: 2.1, suggested: 0.21 },
};

Deno.test("rangeTestCurve() marks the three rates on the smoothed curve", async () => {
  const figure = rangeTestCurve(usual);
  assertEquals(
    figureTitle(figure),
    "Learning rate 0.21 is suggested: the loss diverges at 2.1",
  );
  const marks = figure.data.slice(2) as unknown as { name: string; x: number[] }[];
  assertEquals(marks.map(({ name, x }) => [name, ...x]), [
    ["steepest fall", 0.01],
    ["diverges", 2.1],
    ["suggested", 0.21],
  ]);
  const [low, high] = figure.layout.yaxis!.range as number[];
  assertEquals([low, high], [0, 1.25 * losses[0]]);
  await assertDrawable(figure);
});

Deno.test("rangeTestCurve() draws a run that never diverges, and one of a single step", async () => {
  const calm = { ...usual, diverged: undefined, suggested: usual.steepest };
  assertMatch(figureTitle(rangeTestCurve(calm)), /0\.01 is suggested: the loss falls most steeply/);
  assertEquals(rangeTestCurve(calm).data.length, 3);
  await assertDrawable(rangeTestCurve(calm));
  const one = { rates: [0.1], losses: [2.3], smoothed: [2.3] };
  await assertDrawable(rangeTestCurve({ ...calm, ...one, steepest: 0.1, suggested: 0.1 }));
});

Deno.test("rangeTestCurve() refuses no step, rate 0, and lists that do not fit", () => {
  const cases: [Partial<RangeTestData>, string][] = [
    [{ rates: [], losses: [], smoothed: [] }, "a range test of 0 rates"],
    [{ losses: [1] }, "150 rates, 1 losses"],
    [{ smoothed: [1] }, "150 losses and 1 smoothed"],
    [{ rates: rates.with(7, 0) }, "Cannot draw rate 0"],
  ];
  for (const [part, message] of cases) {
    assertThrows(() => rangeTestCurve({ ...usual, ...part }), RangeError, message);
  }
});
