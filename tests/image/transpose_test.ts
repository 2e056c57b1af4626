import { assertEquals } from "../support/assert.ts";
import { inkOf } from "../support/shapes.ts";
import { transpose } from "@lib/image/transpose.ts";

Deno.test("transpose() makes rows columns", () => {
  const image = inkOf("##.", "..#");
  assertEquals(transpose(image), inkOf("#.", "#.", ".#"));
  assertEquals(transpose(transpose(image)), image);
});
