import { assertEquals } from "../support/assert.ts";
import { boxedInk } from "@lib/image/boxed_ink.ts";
import { inkOf } from "../support/shapes.ts";

Deno.test("boxedInk() has a box as large as its ink, in the corner or where it is told", () => {
  const ink = inkOf("##.", "..#");
  assertEquals(boxedInk(ink), { box: { x: 0, y: 0, width: 3, height: 2 }, ink });
  assertEquals(boxedInk(ink, { x: -4, y: 9 }).box, { x: -4, y: 9, width: 3, height: 2 });
  assertEquals(boxedInk(ink, { y: 5 }).box, { x: 0, y: 5, width: 3, height: 2 });
});
