import { assertEquals } from "../support/assert.ts";
import { overlay } from "@lib/image/overlay.ts";
import { inkOf } from "../preprocess/imitate/shapes.ts";

const corner = inkOf("##", "#.");

Deno.test("together() places the second drawing from the first", () => {
  assertEquals(overlay(corner, inkOf("+"), { right: 3, down: 1 }), inkOf("##..", "#..+"));
  assertEquals(overlay(corner, inkOf("+"), { right: -1, down: -1 }), inkOf("+..", ".##", ".#."));
});

Deno.test("together() keeps the stronger ink where both have some", () => {
  assertEquals(overlay(corner, inkOf("++", "++"), { right: 0, down: 0 }), inkOf("##", "#+"));
});
