import { assertEquals, assertThrows } from "../support/assert.ts";
import { confusedPairs } from "@lib/evaluate/confused_pairs.ts";

const confusion = [
  [50, 3, 0],
  [7, 40, 3],
  [0, 9, 30],
];

Deno.test("confusedPairs() lists the most frequent first, both directions by themselves", () => {
  assertEquals(confusedPairs(confusion, 2), [
    { truth: 2, predicted: 1, count: 9 },
    { truth: 1, predicted: 0, count: 7 },
  ]);
});

Deno.test("confusedPairs() orders ties by label and leaves out what was never confused", () => {
  assertEquals(
    confusedPairs(confusion, 100).map(({ truth, predicted }) => `${truth}→${predicted}`),
    ["2→1", "1→0", "0→1", "1→2"],
  );
});

Deno.test("confusedPairs() of a perfect reader, or of 0 asked for, is empty", () => {
  assertEquals(confusedPairs([[5, 0], [0, 5]], 10), []);
  assertEquals(confusedPairs(confusion, 0), []);
});

Deno.test("confusedPairs() refuses a count that is none", () => {
  assertThrows(() => confusedPairs(confusion, -1), RangeError, "found -1 asked for");
  assertThrows(() => confusedPairs(confusion, 1.5), RangeError, "found 1.5 asked for");
});
