import { assertEquals } from "../support/assert.ts";
import { turn } from "@lib/image/turn.ts";
import { inkOf } from "../support/shapes.ts";

const ink = inkOf("#+.", "...");

Deno.test("turn() turns over and around", () => {
  assertEquals(turn(ink, "mirrored"), inkOf(".+#", "..."));
  assertEquals(turn(ink, "flipped"), inkOf("...", "#+."));
  assertEquals(turn(ink, "half"), inkOf("...", ".+#"));
  assertEquals(turn(ink, "left"), inkOf("..", "+.", "#."));
  assertEquals(turn(ink, "right"), inkOf(".#", ".+", ".."));
});
