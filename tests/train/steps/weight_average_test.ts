import { assertAlmostEquals, assertEquals, assertThrows } from "../../support/assert.ts";
import { WeightAverage } from "@lib/train/steps/weight_average.ts";

Deno.test("WeightAverage.update() follows its rule", () => {
  const average = new WeightAverage(0.5);
  const values = [4, 1, -3, 2];
  let expected = 0;
  values.forEach((value, index) => {
    average.update([new Float32Array([0]), new Float32Array([7, value])]);
    const kept = Math.min(0.5, index / (index + 10));
    expected = kept * expected + (1 - kept) * value;
  });
  assertAlmostEquals(average.state().averages[1][1], expected, 1e-6);
  assertAlmostEquals(average.state().averages[1][0], 7, 1e-6);
  assertEquals(average.state().updates, 4);
});

Deno.test("WeightAverage keeps copies, and goes on from them elsewhere", () => {
  const [first, second] = [new WeightAverage(0.9), new WeightAverage(0.9)];
  const weight = new Float32Array([1, 2]);
  assertEquals(first.state(), { averages: [], updates: 0 });
  first.update([weight]);
  weight.fill(5);
  assertEquals([...first.state().averages[0]], [1, 2]);
  second.restore(first.state().averages, first.state().updates);
  for (const average of [first, second]) average.update([weight]);
  assertEquals(first.state(), second.state());
});

Deno.test("WeightAverage refuses a decay of 1", () => {
  assertThrows(() => new WeightAverage(1), RangeError, "must be 0 to below 1");
});
