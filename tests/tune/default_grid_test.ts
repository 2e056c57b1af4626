import { assertAlmostEquals, assertEquals } from "../support/assert.ts";
import { projectPath } from "@lib/base/paths.ts";
import { defaultGrid } from "@lib/tune/default_grid.ts";
import { grid } from "@lib/tune/grid.ts";

Deno.test("defaultGrid gives the twelve candidates that notebook 4 tells of, rates a factor apart", async () => {
  assertEquals(grid(defaultGrid).length, 12);
  const [low, middle, high] = defaultGrid.learningRate;
  assertAlmostEquals(middle / low, high / middle);
  const notebook = await Deno.readTextFile(projectPath("notebooks", "04_tune.ipynb"));
  assertEquals(/isSmoke \? \w+ : defaultGrid/.test(notebook), true);
});
