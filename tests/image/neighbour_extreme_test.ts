import { assertEquals } from "../support/assert.ts";
import { neighbourExtreme } from "@lib/image/neighbour_extreme.ts";
import { inkOf } from "../preprocess/imitate/shapes.ts";

Deno.test("neighbourExtreme() makes a cross of a dot", () => {
  const dot = inkOf(".....", ".....", "..#..", ".....", ".....");
  const cross = inkOf(".....", "..#..", ".###.", "..#..", ".....");
  assertEquals(neighbourExtreme(dot, "largest"), cross.pixels);
  assertEquals(neighbourExtreme(cross, "smallest"), dot.pixels);
});

Deno.test("neighbourExtreme() takes what is beyond the edges for paper", () => {
  assertEquals(neighbourExtreme(inkOf("##", "##"), "smallest"), inkOf("..", "..").pixels);
  assertEquals(neighbourExtreme(inkOf("#+.", "..."), "largest"), inkOf("##+", "#+.").pixels);
});
