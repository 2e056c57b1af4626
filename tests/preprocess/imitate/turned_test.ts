import { assertEquals } from "../../support/assert.ts";
import { turned } from "@lib/preprocess/imitate/turned.ts";
import { inkOf } from "./shapes.ts";

const ink = inkOf("#+.", "...");

Deno.test("turned() turns over and around", () => {
  assertEquals(turned(ink, "mirrored"), inkOf(".+#", "..."));
  assertEquals(turned(ink, "flipped"), inkOf("...", "#+."));
  assertEquals(turned(ink, "half"), inkOf("...", ".+#"));
  assertEquals(turned(ink, "left"), inkOf("..", "+.", "#."));
  assertEquals(turned(ink, "right"), inkOf(".#", ".+", ".."));
});
