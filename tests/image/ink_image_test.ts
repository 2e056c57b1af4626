import { assert, assertEquals } from "../support/assert.ts";
import { inkImage } from "@lib/image/ink_image.ts";

Deno.test("inkImage() is bare paper by default, and keeps the pixels that it is given", () => {
  assertEquals(inkImage(3, 2), { holds: "ink", width: 3, height: 2, pixels: new Uint8Array(6) });
  const pixels = Uint8Array.of(1, 2);
  assert(inkImage(2, 1, pixels).pixels === pixels);
});
