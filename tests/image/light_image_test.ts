import { assert, assertEquals } from "../support/assert.ts";
import { lightImage } from "@lib/image/light_image.ts";

Deno.test("lightImage() is black by default, and keeps the pixels that it is given", () => {
  assertEquals(lightImage(3, 2), {
    ...{ holds: "light", width: 3, height: 2 },
    pixels: new Uint8Array(6),
  });
  const pixels = Uint8Array.of(1, 2);
  assert(lightImage(2, 1, pixels).pixels === pixels);
});
