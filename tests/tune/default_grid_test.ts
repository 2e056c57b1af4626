import { assertAlmostEquals, assertEquals } from "../support/assert.ts";
import { defaultGrid } from "@lib/tune/default_grid.ts";
import { grid } from "@lib/tune/grid.ts";

Deno.test("defaultGrid gives twelve candidates, rates a factor apart", () => {
  assertEquals(grid(defaultGrid).length, 12);
  const [low, middle, high] = defaultGrid.learningRate;
  assertAlmostEquals(middle / low, high / middle);
});
