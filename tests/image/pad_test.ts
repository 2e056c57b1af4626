import { assertEquals } from "../support/assert.ts";
import { drawing } from "../support/drawing.ts";
import { withMargin } from "@lib/image/pad.ts";

Deno.test("withMargin() adds paper on all sides", () => {
  assertEquals(withMargin(drawing("##"), 1), drawing("....", ".##.", "...."));
});
