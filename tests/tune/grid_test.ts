import { assertEquals, assertThrows } from "../support/assert.ts";
import { grid } from "@lib/tune/grid.ts";

Deno.test("grid() holds every combination once", () => {
  const candidates = grid({ learningRate: [0.1, 0.2, 0.3], batchSize: [32, 64], epochs: [1, 2] });
  assertEquals(candidates.length, 12);
  assertEquals(new Set(candidates.map((each) => JSON.stringify(each))).size, 12);
  assertEquals(candidates[1], { learningRate: 0.2, batchSize: 32, epochs: 1 });
});

Deno.test("grid() refuses an empty list and names it", () => {
  assertThrows(
    () => grid({ learningRate: [0.1], batchSize: [], epochs: [1] }),
    RangeError,
    "no batchSize",
  );
});
