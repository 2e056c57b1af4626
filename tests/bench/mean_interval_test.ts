import { assertAlmostEquals, assertEquals, assertThrows } from "../support/assert.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { meanInterval } from "../../bench/mean_interval.ts";

Deno.test("meanInterval() holds the true mean as often as it says, and knows when it cannot tell", () => {
  const rng = rngFromSeed(1);
  let held = 0;
  for (let round = 0; round < 2000; round++) {
    const { mean, half } = meanInterval(Array.from({ length: 5 }, () => 3 + rng.normal()));
    held += Number(Math.abs(mean - 3) < half!);
  }
  assertAlmostEquals(held / 2000, 0.95, 0.015);
  assertEquals(meanInterval([1, 3]), { mean: 2, half: undefined });
  assertThrows(() => meanInterval([]), RangeError, "found no value");
});
