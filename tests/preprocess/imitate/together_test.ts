import { assertEquals } from "../../support/assert.ts";
import { together } from "@lib/preprocess/imitate/together.ts";
import { inkOf } from "./shapes.ts";

const corner = inkOf("##", "#.");

Deno.test("together() places the second drawing from the first", () => {
  assertEquals(together(corner, inkOf("+"), { right: 3, down: 1 }), inkOf("##..", "#..+"));
  assertEquals(together(corner, inkOf("+"), { right: -1, down: -1 }), inkOf("+..", ".##", ".#."));
});

Deno.test("together() keeps the stronger ink where both have some", () => {
  assertEquals(together(corner, inkOf("++", "++"), { right: 0, down: 0 }), inkOf("##", "#+"));
});
