import { assertEquals } from "../support/assert.ts";
import { drawing } from "../support/drawing.ts";
import { transpose } from "@lib/image/transpose.ts";

Deno.test("transpose() makes rows columns", () => {
  const image = drawing("##.", "..#");
  assertEquals(transpose(image), drawing("#.", "#.", ".#"));
  assertEquals(transpose(transpose(image)), image);
});
