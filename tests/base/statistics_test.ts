import { mean, median, sum } from "@lib/base/statistics.ts";
import { assertEquals, assertThrows } from "../support/assert.ts";
import { rngFromSeed } from "@lib/base/rng.ts";

Deno.test("sum() adds up, nothing to 0", () => {
  assertEquals([sum([]), sum([3]), sum([1, -2, 4.5])], [0, 3, 3.5]);
});

Deno.test("mean() is the sum a value", () => {
  assertEquals([mean([3]), mean([1, 2, 6])], [3, 3]);
  assertThrows(() => mean([]), RangeError, "found no value");
});

Deno.test("median() is the middle value by size, not by place or by spelling", () => {
  assertEquals(median([5]), 5);
  assertEquals(median([9, 100, 30]), 30);
  assertEquals(median([-1, -20, 3, 2]), 2, "the upper of the two in the middle");
  assertEquals(median(Float32Array.of(0.5, 0.25, 8)), 0.5);
  assertThrows(() => median([]), RangeError, "found no value");
});

Deno.test("median() leaves the values as they are", () => {
  const values = [3, 1, 2];
  median(values);
  assertEquals(values, [3, 1, 2]);
});

Deno.test("median() of any numbers, also many equal ones, is that of the sorted ones", () => {
  const rng = rngFromSeed(1);
  for (let round = 0; round < 300; round++) {
    const kinds = 1 + rng.integer(40);
    const values = Array.from({ length: 1 + rng.integer(50) }, () => rng.integer(kinds) / 8 - 2);
    assertEquals(median(values), values.toSorted((a, b) => a - b)[values.length >> 1]);
  }
});
