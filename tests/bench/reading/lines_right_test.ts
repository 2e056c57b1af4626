import { assertAlmostEquals, assertEquals } from "../../support/assert.ts";
import { linesRight } from "../../../bench/reading/lines_right.ts";

Deno.test("linesRight() counts the lines that were read rightly, in their order", () => {
  assertEquals(linesRight("12\n34\n56", "12\n34\n56"), 1);
  assertAlmostEquals(linesRight("12\n34\n56", "12\n39\n56"), 2 / 3);
  assertAlmostEquals(linesRight("12\n34\n56", "12\n56"), 2 / 3); // a line was missed
  assertAlmostEquals(linesRight("12\n34\n56", "34\n12\n56"), 2 / 3); // two changed places
});

Deno.test("linesRight() counts lines that are not there against the reading", () => {
  assertEquals(linesRight("12\n34", "12\n1\n34\n1"), 0.5);
  assertEquals(linesRight("", ""), 1);
  assertEquals(linesRight("", "111"), 0);
  assertEquals(linesRight("12", ""), 0);
});

Deno.test("linesRight() counts a line once, however often it was read", () => {
  assertEquals(linesRight("7\n7", "7\n7"), 1);
  assertEquals(linesRight("7\n7", "7"), 0.5);
});
