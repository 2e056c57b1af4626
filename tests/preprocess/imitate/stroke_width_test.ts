import { assertAlmostEquals, assertEquals } from "../../support/assert.ts";
import { strokeWidth } from "@lib/preprocess/imitate/stroke_width.ts";
import { bar, inkOf } from "./shapes.ts";

Deno.test("strokeWidth() finds the width of a long bar", () => {
  for (const width of [2, 3, 5, 8]) assertAlmostEquals(strokeWidth(bar(width, 1000)), width, 0.1);
});

Deno.test("strokeWidth() is 0 where there is no ink", () => {
  assertEquals(strokeWidth(inkOf("...", "...")), 0);
});
