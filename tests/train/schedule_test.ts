import { assert, assertAlmostEquals, assertEquals, assertThrows } from "../support/assert.ts";
import type { Schedule } from "@lib/base/profile.ts";
import { scheduledRate } from "@lib/train/schedule.ts";

function rates(schedule: Schedule, steps = 100, peak = 0.2): number[] {
  return Array.from({ length: steps }, (_, step) => scheduledRate(schedule, peak, step, steps));
}

Deno.test("learningRate() stays at the peak when constant", () => {
  assertEquals(new Set(rates({ kind: "constant" })), new Set([0.2]));
});

Deno.test("learningRate() falls by the factor after every so many steps", () => {
  const values = rates({ kind: "step", every: 30, factor: 0.5 });
  assertEquals([values[0], values[29], values[30], values[60], values[90]], [
    0.2,
    0.2,
    0.1,
    0.05,
    0.025,
  ]);
});

Deno.test("learningRate() follows half a cosine from the peak towards 0", () => {
  const values = rates({ kind: "cosine" });
  assertAlmostEquals(values[0], 0.2);
  assertAlmostEquals(values[50], 0.1);
  assertAlmostEquals(values[25], 0.2 * (1 + Math.SQRT1_2) / 2);
  assert(values[99] > 0 && values[99] < 0.001);
});

Deno.test("learningRate() of one cycle rises to the peak, then falls, both straight, never to 0", () => {
  const values = rates({ kind: "one-cycle", warmUp: 0.2 }, 99);
  const top = values.indexOf(Math.max(...values));
  assertEquals(top, 19); // step 20 of 100 intervals is a fifth of the way
  assertAlmostEquals(values[top], 0.2);
  assertAlmostEquals(values[9], 0.1);
  assertAlmostEquals(values[59], 0.1);
  assert(values.every((value) => value > 0));
  assertAlmostEquals(values[98], values[0] / 4);
});

Deno.test("learningRate() refuses a step outside the run", () => {
  for (const step of [-1, 100, NaN]) {
    assertThrows(
      () => scheduledRate({ kind: "cosine" }, 1, step, 100),
      RangeError,
      "must be 0 to 99",
    );
  }
});
